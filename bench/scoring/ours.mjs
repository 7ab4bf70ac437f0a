// Our side of the workloads, and two peers in JavaScript: mathjs for W1, the plain double loop for W2.
import { availableParallelism } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const require = createRequire(import.meta.url);

/** The compiled library, file by file (see compile.mjs). */
export function library(folder) {
  const load = (path) => require(join(folder, 'scoring/src', path));
  return {
    ...load('kernel/range-scores.js'),
    ...load('kernel/descending-order.js'),
    ...load('kernel/weighted-scores.js'),
    ...load('robustness/smaa/smaa-model.js'),
    ...load('robustness/smaa/smaa-counts.js'),
    ...load('robustness/region/weight-space.js'),
    ...load('robustness/region/statement.js'),
  };
}

export function w1Ours(lib, { table, weights, maximise }) {
  const { scores } = lib.rangeScores(table, weights, maximise, 0);
  const order = new lib.DescendingOrder(scores.length);
  order.sort(scores);
  return { scores, order: order.indices };
}

/** The same expression over mathjs matrices. */
export function w1Mathjs(math, { rows, weights, maximise }) {
  const matrix = math.matrix(rows);
  const low = math.min(matrix, 0);
  const high = math.max(matrix, 0);
  const factors = math.dotDivide(
    math.dotMultiply(
      weights,
      maximise.map((up) => (up ? 1 : -1)),
    ),
    math.subtract(high, low),
  );
  const origins = math.matrix(maximise.map((up, c) => (up ? low : high).get([c])));
  const scores = math.subtract(math.multiply(matrix, factors), math.dot(origins, factors)).toArray();
  const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
  return { scores, order };
}

export function w2Model(lib, { alternatives, criteria }, { low, high, costs, budget }, weights, outputs = {}) {
  const levels = Array.from({ length: criteria }, (_, c) => [c]);
  const space =
    weights === 'free'
      ? lib.freeSpace(criteria)
      : lib.weightSpace(criteria, lib.rankingStatements(criteria, levels, 'equal', String)).value;
  const line = { kind: 'budget', budget, costs, rule: 'skip' };
  return lib.intervalModel(alternatives, criteria, low, high, {
    seed: 2026,
    space,
    line,
    countPairs: true,
    ...outputs,
  });
}

export const w2Shares = (alternatives, { draws, ranks, pairs, funded }) => ({
  first: Array.from({ length: alternatives }, (_, i) => ranks[i * alternatives] / draws),
  wins: (i, j) => pairs[i * alternatives + j] / draws,
  included: Array.from(funded, (count) => count / draws),
});

/** Two or more threads, each counting an equal part; the parts are added. Workers are started before the clock. */
export async function threads(folder, count) {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { smaaChunk, smaaTransfer } = require(workerData + '/scoring/src/robustness/smaa/smaa-counts.js');
    parentPort.on('message', ({ model, from, to }) => {
      const counts = smaaChunk(model, from, to);
      parentPort.postMessage(counts, smaaTransfer(counts));
    });
    parentPort.postMessage('ready');`;
  const workers = Array.from({ length: count }, () => new Worker(source, { eval: true, workerData: folder }));
  const next = (worker) => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  await Promise.all(workers.map(next));
  return {
    count: Math.min(count, availableParallelism()),
    run: async (lib, model, draws) => {
      const parts = workers.map((worker, k) => {
        const [from, to] = [k, k + 1].map((edge) => Math.floor((edge * draws) / count));
        worker.postMessage({ model, from, to });
        return next(worker);
      });
      return (await Promise.all(parts)).reduce(lib.mergeSmaaCounts);
    },
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

/** SMAA as one would write it: arrays of arrays, sort with a comparator, all pairs by a double loop. */
export function w2Plain({ alternatives: m, criteria: n }, { low, high, costs, budget }, weights, draws, random) {
  const acceptability = Array.from({ length: m }, () => new Array(m).fill(0));
  const pairs = Array.from({ length: m }, () => new Array(m).fill(0));
  const included = new Array(m).fill(0);
  const central = Array.from({ length: m }, () => new Array(n).fill(0));
  for (let s = 0; s < draws; s++) {
    const e = Array.from({ length: n }, () => -Math.log(1 - random()));
    const total = e.reduce((sum, x) => sum + x, 0);
    const w = e.map((x) => x / total);
    if (weights === 'ordinal') w.sort((a, b) => b - a);
    const v = [];
    for (let i = 0; i < m; i++) {
      let score = 0;
      for (let c = 0; c < n; c++) score += w[c] * (low[i * n + c] + random() * (high[i * n + c] - low[i * n + c]));
      v.push(score);
    }
    const order = v.map((_, i) => i).sort((a, b) => v[b] - v[a]);
    order.forEach((i, rank) => acceptability[i][rank]++);
    w.forEach((x, c) => (central[order[0]][c] += x));
    for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) if (v[i] > v[j]) pairs[i][j]++;
    let left = budget;
    for (const i of order)
      if (costs[i] <= left) {
        left -= costs[i];
        included[i]++;
      }
  }
  return {
    first: acceptability.map((row) => row[0] / draws),
    wins: (i, j) => pairs[i][j] / draws,
    included: included.map((count) => count / draws),
  };
}
