// W3 exact selection, W4 and W4c split sweeps, W5 robust portfolios, reasons for each yes and no: ours against solvers measured in the same run, in turn.
// Usage: node bench/portfolio/run.mjs [--only W3,W4,W4c,W5,reasons] [--sizes S,M] [--families u,w,s] [--rounds 3] [--peers highs,glpsol,cbc]
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileLibs } from '../scoring/compile.mjs';
import { checkReasons, demoFile, selectionFile } from './reasons.mjs';
import { capSeconds, cbc, glpsol, highsCold, highsWarm } from './peers.mjs';
import {
  objectivesOf,
  optima,
  robust,
  robustInstance,
  selectionModel,
  shareModel,
  sizes as allSizes,
  splitFile,
  splitOf,
  sweeps,
  workload,
} from './workloads.mjs';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: 'W3,W4,W4c,W5,reasons' },
    sizes: { type: 'string', default: 'S,M' },
    families: { type: 'string', default: 'u,w,s' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'string', default: 'highs,glpsol,cbc' },
  },
});
const list = (text) => text.split(',');
const [only, sizes, families] = [list(flags.only), list(flags.sizes), list(flags.families)];
const rounds = Number(flags.rounds);
const seed = 42;

const require = createRequire(import.meta.url);
const folder = compileLibs(['domain', 'portfolio'], 'bench-portfolio');
const library = (name) => require(join(folder, 'portfolio/src', name));
const { solveExactly } = library('solver/exact/solve-exactly.js');
const { highsSolver } = library('solver/highs-solver.js');
const { parseAllocationProblem } = library('problem/parse-allocation-problem.js');
const { splitSweep } = library('sweep/split-sweep.js');
const { allocate } = library('allocate/allocate.js');
const { efficientPortfolios } = library('efficient/efficient-portfolios.js');
const highs = await highsSolver();

const median = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const shown = (seconds) =>
  seconds < 1 ? `${(seconds * 1000).toFixed(seconds < 0.01 ? 2 : 0)} ms` : `${seconds.toFixed(1)} s`;

async function timed(run) {
  const start = performance.now();
  const value = await run();
  return { value, seconds: (performance.now() - start) / 1000 };
}

/** Peers on hand; those that are not are named once. */
const wanted = list(flags.peers);
const natives = [wanted.includes('glpsol') && glpsol(), wanted.includes('cbc') && cbc()];
const peers = [
  ...(wanted.includes('highs') ? [highsWarm(highs), highsCold(highsSolver, highs.version)] : []),
  ...natives.filter(Boolean),
];
console.log(
  `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, one thread; ${rounds} rounds in turn`,
);
for (const peer of peers) console.log(`peer ${peer.name}: ${peer.version}`);
for (const [k, name] of ['glpsol', 'cbc'].entries())
  if (natives[k] === null) console.log(`peer ${name}: skipped, not installed here`);
console.log('Times are medians; "N×" = the peer needs N times as long as ours (median of the rounds’ own ratios).');

/** A service's usual call: the median of up to 25 within half a second, after as many that are not counted. */
async function warmSeconds(run) {
  const times = [];
  for (const counted of [false, true]) {
    const end = performance.now() + 500;
    times.length = 0;
    do times.push((await timed(run)).seconds);
    while (performance.now() < end && times.length < 25);
    if (!counted && times[0] > 5) break;
  }
  return median(times);
}

/** Ours and every peer in turn. A peer over 30 s runs once; one over its cap, or without a proof, counts as the cap. */
async function contest(title, ours, contestants) {
  let first = 0;
  const own = [];
  const theirs = contestants.map(() => []);
  const notes = contestants.map(() => '');
  for (let round = 0; round < rounds; round += 1) {
    if (round === 0) first = (await timed(ours)).seconds;
    own.push(await warmSeconds(ours));
    for (const [k, peer] of contestants.entries()) {
      if (theirs[k].some((seconds) => seconds > 30)) continue;
      const { seconds, note = '' } = await peer.run();
      theirs[k].push(seconds);
      notes[k] = note;
    }
  }
  const rest = contestants.map(({ name }, k) => {
    const ratio = median(theirs[k].map((seconds, round) => seconds / own[round]));
    return `${name} ${shown(median(theirs[k]))}${notes[k]} = ${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}×`;
  });
  console.log(`${title}: ${shown(median(own))} (first call ${shown(first)}); ${rest.join('; ')}`);
}

function mustBe(what, found, expected) {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}

/** A peer on some models, whose sum of optima must be right when it proves them all. */
const peerOn = (peer, models, expected, what, share = 1) => ({
  name: peer.name,
  run: async () => {
    const { seconds, objectives } = await peer.solve(models);
    const unproven = objectives.filter((objective) => objective === null).length;
    if (unproven === 0 && expected !== null)
      mustBe(
        `${what}, ${peer.name}`,
        objectives.reduce((sum, objective) => sum + objective, 0),
        expected,
      );
    const capped = unproven > 0 ? Math.max(seconds, capSeconds * unproven) : seconds;
    return { seconds: capped / share, note: unproven > 0 ? ` (${unproven} of ${models.length} not proven)` : '' };
  },
});

function checkPoint(what, model, { status, objective, values }, expected) {
  mustBe(`${what}, status`, status, 'optimal');
  mustBe(what, objective, expected);
  let sum = 0;
  values.forEach((x, j) => (sum += x * model.objective[j]));
  mustBe(`${what}, value of the portfolio`, sum, expected);
  for (let i = 0; i < model.rows; i += 1) {
    let activity = 0;
    for (let p = model.starts[i]; p < model.starts[i + 1]; p += 1)
      activity += model.coefficients[p] * values[model.indices[p]];
    if (activity < model.rowLower[i] || activity > model.rowUpper[i]) throw new Error(`${what}: breaks row ${i}`);
  }
}

async function runW3(size, load) {
  for (const kind of ['sep', 'full'])
    for (const family of families) {
      const what = `W3 ${kind} ${size} ${family}`;
      const model = selectionModel(load, family, kind);
      const expected = optima[kind][size][family];
      const ours = () => {
        const answer = solveExactly(model, { gap: 0, effortLimit: 1e6 });
        checkPoint(what, model, answer, expected);
      };
      await contest(
        what,
        ours,
        peers.map((peer) => peerOn(peer, [model], expected, what)),
      );
    }
}

/** Peers solve every share by itself; at L and X some shares, scaled, since all would take a quarter of an hour. */
async function runW4(name, size, load) {
  for (const family of families) {
    const expected = sweeps[name]?.[size];
    if (!expected?.sum[family]) continue;
    const what = `${name} ${size} ${family}`;
    const linked = name === 'W4c';
    const parsed = parseAllocationProblem(splitFile(load, family, linked));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const problem = parsed.value;
    const { together } = splitOf(load);
    const split = { dimension: 'owner', groups: ['region'], meaning: 'pots', budget: together };
    const ours = async () => {
      const settings = { ...problem.solver, effortLimit: 1e6 };
      const { points } = await splitSweep(problem, problem.objective, split, 100, settings, { solver: highs });
      const values = points.map(({ optimum }) => optimum.record.objective);
      points.forEach(({ optimum }, s) => mustBe(`${what} at ${s}, status`, optimum.status, 'optimal'));
      mustBe(
        `${what}, sum`,
        values.reduce((sum, value) => sum + value, 0),
        expected.sum[family],
      );
      const best = Math.max(...values);
      mustBe(`${what}, best`, `${best}@${values.indexOf(best)}`, expected.best[family].join('@'));
      const at = values.indexOf(best);
      checkPoint(what, shareModel(load, family, at, linked), pointOf(points[at], load), best);
    };
    const step = size === 'S' || size === 'M' ? 1 : 10;
    const shares = Array.from({ length: 101 }, (_, s) => s).filter((s) => s % step === 0);
    const models = shares.map((s) => shareModel(load, family, s, linked));
    const all = shares.length === 101 ? expected.sum[family] : null;
    await contest(
      `${what}, 101 shares${step > 1 ? ' (peers: every tenth, scaled)' : ''}`,
      ours,
      peers
        .filter(({ name: own }) => own !== 'highs, cold')
        .map((peer) => peerOn(peer, models, all, what, shares.length / 101)),
    );
  }
}

/** The portfolio of a share in the order of the workload. */
function pointOf({ optimum }, load) {
  const values = load.costs.map((_, i) => (optimum.choice[`p${String(i).padStart(5, '0')}`] === undefined ? 0 : 1));
  return { status: optimum.status, objective: optimum.record.objective, values };
}

async function runW5() {
  for (const row of robust.filter(({ size }) => sizes.includes(size))) {
    const what = `W5 ${row.name ?? row.size} ${row.information}`;
    const { costs, scores, budget } = robustInstance(row.n, row.q, row.seed);
    const objectives = objectivesOf(scores, row.information);
    const parsed = parseAllocationProblem({
      budget,
      valueDecimals: 0,
      projects: costs.map((cost, i) => ({ id: `p${i}`, cost, values: objectives[i] })),
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const ours = () => {
      const answer = efficientPortfolios(
        parsed.value,
        { equal: 'all', list: 1, stateLimit: Infinity, markSupported: false },
        [],
      );
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
      const { portfolioCount, projects, frontier } = answer.value;
      mustBe(`${what}, portfolios`, portfolioCount, row.portfolios);
      mustBe(`${what}, core`, projects.filter(({ coreIndex }) => coreIndex === 1).length, row.core);
      mustBe(`${what}, exterior`, projects.filter(({ coreIndex }) => coreIndex === 0).length, row.exterior);
      mustBe(
        `${what}, sum of core indices`,
        projects.reduce((sum, { coreIndex }) => sum + coreIndex, 0).toFixed(6),
        row.cores.toFixed(6),
      );
      const total = frontier.reduce(
        (sum, point) => sum + point.portfolioCount * point.values.reduce((a, b) => a + b, 0),
        0,
      );
      mustBe(`${what}, sum of values`, total, row.values);
    };
    const solves = solvesFor(row, costs, objectives, budget);
    await contest(what, ours, [
      ...(row.size === 'S'
        ? [{ name: 'brute force', run: () => timed(() => bruteForce(costs, objectives, budget, row)) }]
        : []),
      ...(wanted.includes('highs')
        ? [
            {
              name: `${row.portfolios} warm highs solves`,
              run: async () => ({ seconds: (await highsWarm(highs).solve(solves)).seconds }),
            },
          ]
        : []),
    ]);
  }
}

/** As many single-objective problems as there are portfolios: weighted sums, the least any method with a solver must do. */
function solvesFor(row, costs, objectives, budget) {
  return Array.from({ length: row.portfolios }, (_, k) => {
    const weights = Array.from({ length: row.q }, (__, o) => 1 + ((k * 37 + o * 101) % 97));
    const n = costs.length;
    return {
      columns: n,
      rows: 1,
      objective: Float64Array.from(objectives, (own) => own.reduce((sum, value, o) => sum + value * weights[o], 0)),
      lower: new Float64Array(n),
      upper: new Float64Array(n).fill(1),
      integer: new Uint8Array(n).fill(1),
      rowLower: Float64Array.of(-Infinity),
      rowUpper: Float64Array.of(budget),
      starts: Int32Array.of(0, n),
      indices: Int32Array.from({ length: n }, (__, j) => j),
      coefficients: Float64Array.from(costs),
    };
  });
}

/** Every subset by Gray code, kept when no other dominates it. */
function bruteForce(costs, objectives, budget, row) {
  const n = costs.length;
  const kept = [];
  const value = new Float64Array(row.q);
  let [set, cost] = [0, 0];
  for (let step = 0; step < 2 ** n; step += 1) {
    if (step > 0) {
      const i = 31 - Math.clz32(step & -step);
      const sign = set & (1 << i) ? -1 : 1;
      set ^= 1 << i;
      cost += sign * costs[i];
      for (let o = 0; o < row.q; o += 1) value[o] += sign * objectives[i][o];
    }
    if (cost > budget) continue;
    if (kept.some((other) => dominates(other, value))) continue;
    for (let k = kept.length - 1; k >= 0; k -= 1) if (dominates(value, kept[k])) kept.splice(k, 1);
    kept.push(value.slice());
  }
  mustBe('brute force', kept.length, row.portfolios);
}

function dominates(a, b) {
  let more = false;
  for (let o = 0; o < a.length; o += 1) {
    if (a[o] < b[o]) return false;
    if (a[o] > b[o]) more = true;
  }
  return more;
}

/** All reasons of the demonstration call; at size M also the 200 projects of W3: without looking for changes, with the scores, with the limits. */
async function runReasons() {
  const files = ['sum_of_value', 'value_times_money'].map((objective) => [`demo, ${objective}`, demoFile(objective)]);
  if (sizes.includes('M'))
    for (const [name, changes] of [
      ['fates and prices', []],
      ['and scores', ['score']],
      ['and limits', ['ceiling', 'group-limit']],
    ]) {
      files.push([`200 projects, group limits, ${name}`, selectionFile(false, changes)]);
      files.push([`200 projects, years and links, ${name}`, selectionFile(true, changes)]);
    }
  for (const [what, file] of files) {
    let found = 0;
    const ours = async () => {
      const answer = await allocate(file, { solver: highs });
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
      checkReasons(what, file, answer.value.results[0].outcome);
      found = answer.value.results[0].outcome.reasons.reduce((sum, { changes }) => sum + changes.length, 0);
    };
    await contest(`reasons, ${what}`, ours, []);
    console.log(`  ${file.projects.length} projects, ${found} changes, each verified by solving anew`);
  }
}

for (const size of sizes) {
  const [n, range] = allSizes[size];
  const load = workload(n, seed, range);
  if (only.includes('W3')) await runW3(size, load);
  for (const name of ['W4', 'W4c']) if (only.includes(name)) await runW4(name, size, load);
}
if (only.includes('W5')) await runW5();
if (only.includes('reasons')) await runReasons();
console.log(
  `\npeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB; every answer of ours as published`,
);
