import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accept, compareWithPublished, type PublishedCase, type Result } from '@fordela/domain';
import { allocate, allocationProblemOfPabulib, highsSolver, publishedAllocationCases } from '@fordela/portfolio';
import { evaluate, loadFormulaEngine, publishedCases } from '@fordela/scoring';

/**
 * Every case in ../shared/cases, asked as a user would ask: as a problem file. `FORDELA_CASES=build` asks the built command line
 * (`npm run build:api` first) instead of the functions behind it; `FORDELA_SHARED` names another folder.
 */
const root = join(__dirname, '../..');
const shared = process.env['FORDELA_SHARED'] ?? join(root, '../shared');
const files = existsSync(join(shared, 'cases')) ? readdirSync(join(shared, 'cases')).sort() : [];
const fromBuild = process.env['FORDELA_CASES'] === 'build';

interface SharedCase {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}
type Answer = Result<{ readonly results: readonly unknown[] }>;

const caseOf = (file: string) => JSON.parse(readFileSync(join(shared, 'cases', file), 'utf8')) as SharedCase;

/** Cases the product holds itself to, by the shared case they are copied from; one shared file may hold several elections. */
const copiedAs: Readonly<Record<string, string>> = {
  'pb-rules-small-elections': 'pb-rules-',
  'pb-statistics-pabutools': 'pb-statistics-',
  'priceability-and-stable-priceability': 'priceability-',
  'explain-not-funded-effective-support': 'effective-support-',
};

async function answerOf(command: 'evaluate' | 'allocate', problem: unknown): Promise<Answer> {
  if (fromBuild) {
    const program = join(root, 'bin/fordela.mjs');
    const text = execFileSync('node', [program, command, '-'], { input: JSON.stringify(problem), maxBuffer: 1 << 28 });
    return accept(JSON.parse(text.toString()) as { results: unknown[] });
  }
  return command === 'evaluate'
    ? evaluate(problem, await loadFormulaEngine())
    : allocate(problem, { solver: await highsSolver() });
}

/** A frontier of the bi-objective knapsacks, or the core index over it. */
function frontierCase({ id, input, expected }: SharedCase): PublishedCase {
  const { value1, value2, cost, budget } = input;
  const within = 1e-6;
  const figures = {
    efficient_portfolios: { figure: 'outcome.portfolioCount' },
    frontier_size: { figure: 'outcome.frontierSize' },
    nondominated_portfolios: { figure: 'outcome.portfolioCount' },
    core_index: { figure: 'outcome.projects[].coreIndex', within },
  };
  const task = id.startsWith('rpm') ? 'robust-portfolios' : 'efficient-portfolios';
  const stated = Object.entries(figures).flatMap(([name, figure]) =>
    name in expected ? [{ of: 0, is: expected[name], ...figure }] : [],
  );
  const frontier = expected['frontier'] as number[][] | undefined;
  const points = frontier ? [{ of: 0, figure: 'outcome.frontier[].values', is: [...frontier].reverse() }] : [];
  const problem = { values: { value1, value2 }, cost, budget, tasks: [{ task }] };
  return { id, source: id, problem, figures: [...stated, ...points] };
}

/** A real election: the .pb file as it is, under five rules. */
function electionCase({ id, expected }: SharedCase): PublishedCase {
  const file = join(shared, 'pabulib', `poland_${id.replace('pb-real-', '')}.pb`);
  const problem = allocationProblemOfPabulib(readFileSync(file, 'utf8'));
  if (!problem.ok) throw new Error(JSON.stringify(problem.refusal));
  const ties = ['id_numeric'];
  const rules = {
    greedy_cost: { task: 'greedy', measure: 'cost', ties },
    mes_cost: { task: 'equal-shares', measure: 'cost', ties },
    mes_cardinality: { task: 'equal-shares', measure: 'cardinality', ties },
    mes_cost_add1: { task: 'equal-shares', measure: 'cost', completion: 'add1', ties },
    phragmen: { task: 'phragmen', ties },
  };
  const spent = expected['spent'] as Record<string, number>;
  return {
    id,
    source: id,
    problem: { ...problem.value, tasks: Object.values(rules) },
    figures: Object.keys(rules).flatMap((rule, of) => [
      { of, figure: 'sorted', is: [...(expected[rule] as string[])].sort() },
      { of, figure: 'outcome.cost', is: spent[rule] },
    ]),
  };
}

/** The problems a shared case is asked as, and of which engine; none when the product has no way to ask it. */
function problemsOf(shared: SharedCase): readonly (readonly ['evaluate' | 'allocate', PublishedCase])[] {
  if (/^(frontier|rpm)-/.test(shared.id)) return [['allocate', frontierCase(shared)]];
  if (shared.id.startsWith('pb-real-')) return [['allocate', electionCase(shared)]];
  const prefix = copiedAs[shared.id];
  const isCopy = ({ id }: PublishedCase) => (prefix ? id.startsWith(prefix) : id === shared.id);
  return [
    ...publishedCases()
      .filter(isCopy)
      .map((item) => ['evaluate', item] as const),
    ...publishedAllocationCases()
      .filter(isCopy)
      .map((item) => ['allocate', item] as const),
  ];
}

const withSorted = (answer: Answer): Answer =>
  answer.ok
    ? accept({
        results: answer.value.results.map((result) => {
          const { outcome } = result as { outcome: { selected?: readonly string[] } };
          return { ...(result as object), sorted: [...(outcome.selected ?? [])].sort() };
        }),
      })
    : answer;

if (files.length === 0) {
  process.stdout.write('skipped: ../shared/cases is not here, so its cases are not run\n');
  it('has nothing to read', () => expect(existsSync(join(shared, 'cases'))).toBe(false));
} else {
  describe('the shared cases', () => {
    const run = new Set<string>();
    afterAll(() => process.stdout.write(`shared cases: ${run.size} of ${files.length} were run\n`));

    it.each(files)(
      '%s',
      async (file) => {
        const problems = problemsOf(caseOf(file));
        expect(problems.length).toBeGreaterThan(0);
        for (const [command, published] of problems) {
          const outcome = compareWithPublished(published, withSorted(await answerOf(command, published.problem)));
          expect(outcome.differences).toEqual([]);
        }
        run.add(file);
      },
      300_000,
    );
  });
}
