// W1 (additive scoring) and W2 (SMAA) against peers measured in the same run, in turn, several rounds. Prints ratios of medians.
// Usage: node bench/scoring/run.mjs [--sizes S,M,L] [--rounds 3] [--json FILE]
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileLibs } from './compile.mjs';
import { library, threads, w1Mathjs, w1Ours, w2Model, w2Plain, w2Shares } from './ours.mjs';
import { generator, w1, w1Data, w1Faults, w2, w2Data, w2Draws, w2Faults } from './workloads.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'S,M,L' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});
const sizes = flags.sizes.split(',');
const rounds = Number(flags.rounds);
const results = [];
const skipped = [];

/** A peer process that answers one line of JSON per command; null (with the reason) when it cannot be started. */
async function peer(name, command, args) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line) => {
    child.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended`);
    return JSON.parse(value);
  };
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  try {
    const version = await ask('version');
    return { name, ask, version: Object.values(version)[0], close: () => child.stdin.end() };
  } catch {
    skipped.push(name);
    return null;
  }
}

function compileC() {
  const out = resolve(here, '../../dist/bench-scoring-peer');
  mkdirSync(dirname(out), { recursive: true });
  return spawnSync('gcc', ['-O3', '-march=native', '-o', out, join(here, 'peer.c'), '-lm']).status === 0 ? out : null;
}

const median = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/**
 * Runs the contestants in turn, checks every answer, and prints each median as a ratio to ours: by the clock, and by processor time,
 * which other jobs on the machine disturb less (it adds up the threads, so it says nothing about how two threads share work).
 */
async function contest(title, contestants, repeats = rounds) {
  const runs = new Map(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < repeats; round++) {
    for (const { name, run } of contestants) {
      const { faults, seconds, cpu, share = 1 } = await run();
      if (faults.length > 0) throw new Error(`${title}, ${name}: wrong answer: ${faults.join('; ')}`);
      runs.get(name).push({ seconds: seconds / share, cpu: cpu / share });
    }
  }
  const medianOf = (name, what) => median(runs.get(name).map((run) => run[what]));
  const ours = contestants[0].name;
  console.log(`\n${title}`);
  for (const { name, note = '' } of contestants) {
    const [clock, cpu] = ['seconds', 'cpu'].map((what) => medianOf(name, what) / medianOf(ours, what));
    const [first] = runs.get(name);
    const cold =
      name === ours ? `, first call ${(first.seconds / medianOf(name, 'seconds')).toFixed(1)}x the median` : '';
    const shown = `${clock.toFixed(2).padStart(8)}x clock ${cpu.toFixed(2).padStart(8)}x processor`;
    console.log(
      `  ${name.padEnd(24)} ${shown}   (${(medianOf(name, 'seconds') * 1000).toPrecision(3)} ms${cold})${note}`,
    );
    results.push({ workload: title, name, clock, cpu, runs: runs.get(name) });
  }
}

/** Clock and processor time of a piece of work in this process, repeated until 30 ms have gone so that the clocks can tell. */
const timed = (work, check) => () => {
  const start = performance.now();
  const before = process.cpuUsage();
  let answer;
  let count = 0;
  do {
    answer = work();
    count++;
  } while (performance.now() - start < 30);
  const seconds = (performance.now() - start) / 1000 / count;
  const { user, system } = process.cpuUsage(before);
  return { seconds, cpu: (user + system) / 1e6 / count, faults: check(answer) };
};

async function runW1(lib, peers) {
  const { all, create } = (await import('mathjs')).default ?? (await import('mathjs'));
  const math = create(all);
  for (const size of w1.filter((one) => sizes.includes(one.size))) {
    const data = w1Data(size);
    const check = (answer) => w1Faults(size, answer);
    const contestants = [{ name: 'ours', run: timed(() => w1Ours(lib, data), check) }];
    for (const peer of peers)
      contestants.push({
        name: peer.name,
        run: async () => {
          const answer = await peer.ask(`w1 ${size.size}`);
          const { sum, top, best, last } = answer;
          const ok =
            Math.abs(sum - size.sum) <= 1e-6 &&
            `${top}` === `${size.top}` &&
            last === size.last &&
            Math.abs(best - size.best) < 1e-10;
          return { ...answer, faults: ok ? [] : [JSON.stringify(answer)] };
        },
      });
    if (size.size !== 'L') {
      const rows = Array.from({ length: size.rows }, (_, i) => [
        ...data.table.subarray(i * size.criteria, (i + 1) * size.criteria),
      ]);
      contestants.push({ name: 'mathjs', run: timed(() => w1Mathjs(math, { rows, ...data }), check) });
    }
    await contest(`W1 ${size.size}: ${size.rows} x ${size.criteria}, raw table to scores and ranking`, contestants);
  }
}

/** Re-ranking 200 applications on 8 criteria when a weight is moved, as the page does at every step of a slider. */
function runFrame(lib) {
  const table = w1Data({ rows: 200, criteria: 8, seed: 14 }).table;
  const order = new lib.DescendingOrder(200);
  const scores = new Float64Array(200);
  let step = 0;
  const rerank = () => {
    const early = (step++ % 100) / 100;
    lib.weightedScores(
      table,
      Float64Array.from({ length: 8 }, (_, c) => (c === 0 ? early : (1 - early) / 7)),
      scores,
    );
    order.sort(scores);
  };
  const start = performance.now();
  rerank();
  const first = performance.now() - start;
  const { seconds } = timed(rerank, () => [])();
  const ofFrame = (ms) => `${((100 * ms) / (1000 / 60)).toPrecision(2)} % of a frame`;
  console.log(
    `\nRe-rank 200 x 8 after a weight change: first call ${ofFrame(first)}, then ${ofFrame(seconds * 1000)} (60 frames a second)`,
  );
}

async function runW2(lib, folder, peers) {
  for (const size of w2.filter((one) => sizes.includes(one.size))) {
    const { alternatives: m } = size;
    const data = w2Data(size);
    const pool = await threads(folder, 2);
    for (const weights of ['free', 'ordinal']) {
      const check = (shares) => w2Faults(size[weights], size.extra, shares);
      const model = w2Model(lib, size, data, weights);
      const single = lib.smaaChunk(model, 0, w2Draws);
      const same = (counts) =>
        Object.keys(single).every((key) =>
          Buffer.from(JSON.stringify(counts[key])).equals(Buffer.from(JSON.stringify(single[key]))),
        );
      const plainDraws = size.size === 'L' ? 300 : w2Draws; // the double loop over a million pairs would take minutes
      const peerShare = (answer) => ({ ...answer, wins: (i, j) => answer.wins[j] });
      const contestants = [
        {
          name: 'ours, one thread',
          run: timed(
            () => lib.smaaChunk(model, 0, w2Draws),
            (counts) => check(w2Shares(m, counts)),
          ),
        },
        {
          name: 'ours, two threads',
          run: async () => {
            const start = performance.now();
            const before = process.cpuUsage();
            const counts = await pool.run(lib, model, w2Draws);
            const seconds = (performance.now() - start) / 1000;
            const { user, system } = process.cpuUsage(before);
            return { seconds, cpu: (user + system) / 1e6, faults: same(counts) ? [] : ['not the bytes of one thread'] };
          },
        },
        {
          name: 'ours, without pairs',
          run: timed(
            () => lib.smaaChunk({ ...model, countPairs: false }, 0, w2Draws),
            () => [],
          ),
        },
        ...peers.map((peer) => ({
          name: peer.name,
          run: async () => {
            const answer = await peer.ask(`w2 ${size.size} ${weights} ${w2Draws}`);
            return { ...answer, faults: check(peerShare(answer)) };
          },
        })),
        {
          name: 'plain double loop',
          note: plainDraws < w2Draws ? `  [${plainDraws} draws, scaled; too few to check its shares]` : '',
          run: () => {
            const checked = plainDraws < w2Draws ? () => [] : check;
            return {
              ...timed(() => w2Plain(size, data, weights, plainDraws, generator(2026).real), checked)(),
              share: plainDraws / w2Draws,
            };
          },
        },
      ];
      await contest(`W2 ${size.size} ${weights}: ${m} x ${size.criteria}, ${w2Draws} draws, all outputs`, contestants);
    }
    await pool.close();
  }
}

/** Resident memory at the end of W2 L on one thread, in a process of its own: nothing large is freed before. */
function peakMemory(folder) {
  const script = `
    import { library, w2Model } from ${JSON.stringify(join(here, 'ours.mjs'))};
    import { w2, w2Data, w2Draws } from ${JSON.stringify(join(here, 'workloads.mjs'))};
    const lib = library(${JSON.stringify(folder)});
    const size = w2[2];
    lib.smaaChunk(w2Model(lib, size, w2Data(size), 'free'), 0, w2Draws);
    console.log(Math.round(process.memoryUsage().rss / 1e6));`;
  return Number(spawnSync(process.execPath, ['--input-type=module', '-e', script]).stdout);
}

const folder = compileLibs(['domain', 'scoring'], 'bench-scoring');
const lib = library(folder);
const binary = compileC();
if (!binary) skipped.push('C (gcc not found)');
const peers = [
  await peer('numpy', 'python3', [join(here, 'peer-numpy.py')]),
  binary && (await peer('C, -O3 -march=native', binary, [])),
].filter(Boolean);
console.log(
  `node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; ${rounds} rounds in turn`,
);
for (const { name, version } of peers) console.log(`peer ${name}: ${version}`);
for (const name of skipped) console.log(`peer ${name}: skipped, not available here`);
console.log('Ratios of medians to the first line of each group: above 1 is slower than ours.');
await runW1(lib, peers);
runFrame(lib);
await runW2(lib, folder, peers);
if (sizes.includes('L'))
  console.log(`\nResident memory of W2 L free, one thread, own process: ${peakMemory(folder)} MB`);
for (const each of peers) each.close();
if (flags.json) writeFileSync(flags.json, JSON.stringify(results, null, 2));
