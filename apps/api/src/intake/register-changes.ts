import { canonicalJson, fingerprint, type Params, type Round } from '@fordela/domain';
import type { CellFinding } from './intake.types';
import { findingOf } from './sheet/file-findings';
import { cellNote } from './sheet/sheet.types';

type Entry = Readonly<Record<string, unknown>>;

/** What the comma files hold beside the applications, by file, with what tells its entries apart. */
const registers: readonly {
  readonly file: string;
  readonly of: (round: Round) => readonly object[];
  readonly key: string;
  /** What names an entry that saving would remove; null where saving never does, since other calls use the register. */
  readonly removed: ((round: Round, id: string) => Params) | null;
}[] = [
  { file: 'calls.csv', of: ({ call }) => [call], key: 'id', removed: null },
  { file: 'actors.csv', of: ({ actors }) => actors, key: 'id', removed: null },
  { file: 'municipalities.csv', of: ({ municipalities }) => municipalities, key: 'code', removed: null },
  { file: 'rus-priorities.csv', of: ({ strategyPriorities }) => strategyPriorities, key: 'id', removed: null },
  {
    file: 'criteria.csv',
    of: ({ criteria }) => criteria,
    key: 'id',
    removed: ({ criteria }, id) => {
      const { nameSv, nameEn } = criteria.find((criterion) => criterion.id === id)!;
      return { name: nameSv, nameEn };
    },
  },
  {
    file: 'reviewers.csv',
    of: ({ reviewers }) => reviewers,
    key: 'id',
    removed: ({ reviewers }, id) => ({ name: reviewers.find((reviewer) => reviewer.id === id)!.name }),
  },
  {
    file: 'budget.csv',
    of: ({ budgetFrames }) => budgetFrames,
    key: 'year',
    removed: ({ budgetFrames }, id) => ({
      frameSek: budgetFrames.find(({ year }) => String(year) === id)!.frameSek,
    }),
  },
];

/** The state of all that the comma files hold beside the applications: the same exactly when nothing of it has changed. */
export function registersOf(round: Round): string {
  return fingerprint([...registers.map(({ of }) => of(round)), round.deMinimisHistory]);
}

/**
 * What saving the files would change in entries that are stored already: an edit made in the service since the file was taken out is
 * named before it is overwritten, and so is a criterion, a reviewer or a year of the budget that the file leaves out and saving removes.
 * One finding per entry: `register-changes` with the fields that differ, or `register-removes`.
 */
export function registerChanges(current: Round, next: Round): readonly CellFinding[] {
  return registers.flatMap(({ file, of, key, removed }) => {
    const stored = new Map((of(current) as readonly Entry[]).map((entry) => [String(entry[key]), entry]));
    const kept = new Set((of(next) as readonly Entry[]).map((entry) => String(entry[key])));
    const removals = [...stored.keys()].flatMap((id) =>
      removed === null || kept.has(id)
        ? []
        : [
            findingOf(cellNote('register-removes', 'uncertain', { id, register: file, ...removed(current, id) }), {
              file,
            }),
          ],
    );
    const changes = (of(next) as readonly Entry[]).flatMap((entry) => {
      const id = String(entry[key]);
      const before = stored.get(id);
      if (!before) return [];
      const fields = Object.keys(entry).filter((name) => canonicalJson(entry[name]) !== canonicalJson(before[name]));
      if (fields.length === 0) return [];
      const now = fields.map((name) => shown(before[name]));
      const then = fields.map((name) => shown(entry[name]));
      return [findingOf(cellNote('register-changes', 'uncertain', { id, fields, now, then }), { file })];
    });
    return [...changes, ...removals];
  });
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value ?? null));
