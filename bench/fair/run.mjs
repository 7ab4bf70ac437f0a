// Workload W6: node bench/fair/run.mjs [--sizes S,M,L] [--rounds N] [--fractions-on-L]
// Every time counts only after its answer matched. Peers and library run in turn; medians, and ratios to the peers.
import { cpus } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileLibs } from '../scoring/compile.mjs';
import { electionOf, sizes, summary } from './election.mjs';
import { textbookInDoubles, textbookInFractions } from './peers.mjs';

const require = createRequire(import.meta.url);
const out = compileLibs(['domain', 'portfolio'], 'bench-fair');
const library = (name) => require(join(out, 'portfolio/src/fair', name));
const { supportOf } = library('support.js');
const { runEqualShares } = library('equal-shares-run.js');
const { runGreedy } = library('greedy.js');
const { totalWorth } = library('total-worth.js');
const { Fraction } = library('fraction.js');
const { default: PeerFraction } = await import('fraction.js').catch(() => ({ default: null }));

const option = (name) => (process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : null);
/** Small elections are repeated more: their times are mostly the machine's own noise. */
const roundsOf = (size) => option('--rounds') ?? { S: 51, M: 21, L: 11 }[size.name];
/** Of the rounds' own ratios: peer and library of one round met the same machine. */
const ratio = (peer, own) => median(peer.map((time, round) => time / own[round]));
const wantedSizes = process.argv.includes('--sizes')
  ? process.argv[process.argv.indexOf('--sizes') + 1].split(',')
  : ['S', 'M', 'L'];
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const start = { alreadyFunded: [], choose: () => 0, admit: null };

function timed(run) {
  const begin = performance.now();
  const value = run();
  return { value, ms: performance.now() - begin };
}

function check(label, costs, chosen, expected) {
  const found = summary(costs, chosen);
  if (found.join() !== expected.join()) throw new Error(`${label}: ${found} instead of ${expected}`);
}

const asElection = ({ costs, ballots, budget }) => ({
  budget: Fraction.of(budget),
  ballotKind: 'approval',
  projects: costs.map((cost, p) => ({ id: `p${p}`, cost: Fraction.of(cost), categories: [], targets: [] })),
  ballots: ballots.map((projects, voter) => ({ voterId: `v${voter}`, weight: 1, projects, utilities: null })),
});

const equalShares = (support, election) =>
  runEqualShares(support, {
    endowment: election.budget.over(election.ballots.length),
    start,
    without: null,
    watch: null,
  }).chosen;

process.stdout.write(
  `node ${process.version}, ${cpus().length} × ${cpus()[0].model}, one thread, medians of rounds in turn\n\n`,
);

for (const size of sizes.filter(({ name }) => wantedSizes.includes(name))) {
  const plain = electionOf(size);
  const election = asElection(plain);
  const greedy = timed(() =>
    runGreedy({
      budget: election.budget,
      costs: election.projects.map((project) => project.cost),
      values: totalWorth(supportOf(election, 'cardinality')),
      order: 'value',
      worthless: 'fund_if_fits',
      start,
    }),
  );
  check(`${size.name} greedy`, plain.costs, greedy.value.chosen, size.greedy);
  process.stdout.write(
    `W6 ${size.name}: ${size.projects} projects, ${size.voters} voters\n  greedy ${ms(greedy.ms)} (first call)\n`,
  );
  for (const measure of ['cost', 'cardinality']) {
    const times = { library: [], run: [], doubles: [], fractions: [] };
    const rounds = roundsOf(size);
    let cold = 0;
    for (let round = 0; round < rounds; round++) {
      const built = timed(() => supportOf(election, measure));
      const run = timed(() => equalShares(built.value, election));
      check(`${size.name} ${measure}`, plain.costs, run.value, size[measure]);
      if (round === 0) cold = built.ms + run.ms;
      times.library.push(built.ms + run.ms);
      times.run.push(run.ms);
      const doubles = timed(() => textbookInDoubles(plain, measure));
      check(`${size.name} ${measure} in doubles`, plain.costs, doubles.value, size[measure]);
      times.doubles.push(doubles.ms);
      const wantsFractions = PeerFraction && (size.name !== 'L' || process.argv.includes('--fractions-on-L'));
      if (wantsFractions && times.fractions.length < 3 && times.fractions.every((value) => value < 30_000)) {
        const fractions = timed(() => textbookInFractions(plain, measure, PeerFraction));
        check(`${size.name} ${measure} in fractions`, plain.costs, fractions.value, size[measure]);
        times.fractions.push(fractions.ms);
      }
    }
    const own = median(times.library);
    const ratios = [
      `doubles ${ms(median(times.doubles))} = ${ratio(times.doubles, times.library).toFixed(1)}×`,
      ...(times.fractions.length > 0
        ? [`fractions ${ms(median(times.fractions))} = ${ratio(times.fractions, times.library).toFixed(0)}×`]
        : []),
    ];
    process.stdout.write(
      `  equal shares, ${measure}: ${ms(own)} exact (flat form and run; run ${ms(median(times.run))}; cold ${ms(cold)}); peers: ${ratios.join(', ')}\n`,
    );
  }
}
process.stdout.write(
  `\npeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB; all answers as published\n`,
);
