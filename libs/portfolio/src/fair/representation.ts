import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { votersIn, type Election } from './election';
import { Fraction, sumFractions } from './fraction';
import { costAt } from './rule';
import { worthOf, type SatisfactionMeasure } from './satisfaction';
import { supportersOf, supportOf, type Support } from './support';

/**
 * What a group of voters large enough to be entitled to its share of the budget can demand.
 *
 * - `jr`: if all approve one project they could pay for, one of them gets something.
 * - `pjr`: if all approve a set they could pay for, together they get as much as the set is worth.
 * - `ejr`: …, one of them alone gets as much as the set is worth.
 * - `ejr_plus`: for an unfunded project that all approve, one of them has, with it, more than the group's money buys at that
 *   project's worth per krona. Checked exactly in polynomial time; of the kind "up to any project" by nature.
 * - `core`: no group could fund a set with its own share that each member prefers, approved by all or not.
 */
export const representationAxioms = ['jr', 'pjr', 'ejr', 'ejr_plus', 'core'] as const;
export type RepresentationAxiom = (typeof representationAxioms)[number];

/**
 * Projects are indivisible, so a demand may be met up to one more unfunded project of the set: any of those that are worth something, or the
 * best of them. With it a voter must have more than the set is worth.
 */
export const slackRules = ['none', 'up_to_any', 'up_to_one'] as const;
export type SlackRule = (typeof slackRules)[number];

export interface RepresentationQuestion {
  readonly axiom: RepresentationAxiom;
  /** For `pjr` and `ejr`. */
  readonly slack: SlackRule;
  /** A measure by which a project is worth the same to all its supporters. */
  readonly measure: Extract<SatisfactionMeasure, 'cost' | 'cardinality' | 'share' | 'cost_sqrt'>;
  readonly funded: readonly number[];
}

export type RepresentationAnswer =
  | { readonly holds: true }
  | {
      readonly holds: false;
      /** What the group could have funded with its share. */
      readonly projects: readonly number[];
      readonly voterIds: readonly string[];
      readonly groupSize: number;
      readonly entitlement: Fraction;
    };

/** The most projects for axioms that look at every set of projects. */
export const mostProjectsForSets = 16;

/**
 * Does the funded set give every group what the axiom says? When not, one group that is let down, the first found in the order of
 * sets of projects.
 *
 * Rule    A group of s voters of n is entitled to the part s/n of the budget. Weights count as that many voters.
 * Errors  `fair-too-many-projects` when sets of more than 16 projects would have to be looked at.
 * Source  Aziz, Lee & Talmon (AAMAS 2018); Peters, Pierczyński & Skowron (NeurIPS 2021); Brill, Forster, Lackner, Maly & Peters (AAAI 2023) for
 *         "up to any"; Brill & Peters, Robust and Verifiable Proportionality Axioms (EC 2023) for EJR+.
 */
export function representation(election: Election, question: RepresentationQuestion): Result<RepresentationAnswer> {
  const needsSets = question.axiom === 'pjr' || question.axiom === 'ejr' || question.axiom === 'core';
  if (needsSets && election.projects.length > mostProjectsForSets)
    return refuse([
      refusal('fair-too-many-projects', [], { projects: election.projects.length, most: mostProjectsForSets }),
    ]);
  const society = societyOf(election, question);
  if (question.axiom === 'jr') return accept(oneProjectCheck(society, question.funded));
  if (question.axiom === 'ejr_plus') return accept(plusCheck(society));
  return accept(setCheck(society, question));
}

/** Groups of equal voters with bit sets of what they approve. */
interface Society {
  readonly election: Election;
  readonly support: Support;
  readonly approves: readonly number[];
  readonly worth: readonly Fraction[];
  /** Worth to each group of what is funded. */
  readonly has: readonly Fraction[];
  readonly funded: ReadonlySet<number>;
}

function societyOf(election: Election, { measure, funded }: RepresentationQuestion): Society {
  const support = supportOf(election, 'cardinality');
  const worth = worthOf(election, measure).scale;
  const set = new Set(funded);
  const ofGroup = (group: number) =>
    Array.from(support.groupProject.subarray(support.groupStart[group]!, support.groupStart[group + 1]!));
  const groups = Array.from({ length: support.groupCount }, (_, group) => ofGroup(group));
  return {
    election,
    support,
    worth,
    funded: set,
    approves: groups.map((projects) =>
      projects.reduce((bits, project) => (project < 31 ? bits | (1 << project) : bits), 0),
    ),
    has: groups.map((projects) => sumFractions(projects.filter((p) => set.has(p)).map((p) => worth[p]!))),
  };
}

const holds: RepresentationAnswer = { holds: true };

/** The answer that names a group, if it is entitled to the cost of the projects. */
function letDown(
  society: Society,
  projects: readonly number[],
  groups: readonly number[],
): RepresentationAnswer | null {
  const { election, support } = society;
  const size = groups.reduce((sum, group) => sum + support.weight[group]!, 0);
  if (size === 0) return null;
  const entitlement = election.budget.times(size).over(votersIn(election));
  const cost = sumFractions(projects.map((project) => costAt(election, project)));
  if (cost.compare(entitlement) > 0) return null;
  const chosen = new Set(groups);
  const voterIds = election.ballots.filter((_, i) => chosen.has(support.groupOf[i]!)).map((ballot) => ballot.voterId);
  return { holds: false, projects, voterIds, groupSize: size, entitlement };
}

const crowdOf = ({ support }: Society, project: number): readonly number[] =>
  Array.from(supportersOf(support, project));

function oneProjectCheck(society: Society, funded: readonly number[]): RepresentationAnswer {
  const served = new Set(funded.flatMap((project) => crowdOf(society, project)));
  for (let project = 0; project < society.support.projectCount; project++) {
    const empty = crowdOf(society, project).filter((group) => !served.has(group));
    const answer = letDown(society, [project], empty);
    if (answer) return answer;
  }
  return holds;
}

/** For every unfunded project: the poorest supporters first, is there a crowd whose every member could demand it? */
function plusCheck(society: Society): RepresentationAnswer {
  const { election, support, has, worth } = society;
  const perVoter = election.budget.over(votersIn(election));
  for (let project = 0; project < support.projectCount; project++) {
    const cost = costAt(election, project);
    if (society.funded.has(project) || worth[project]!.sign() === 0) continue;
    const groups = [...crowdOf(society, project)].sort((a, b) => has[a]!.compare(has[b]!) || a - b);
    let size = 0;
    for (const [index, group] of groups.entries()) {
      size += support.weight[group]!;
      // What costs nothing can be demanded by anyone.
      const bought = cost.sign() > 0 ? perVoter.times(size).times(worth[project]!).over(cost) : null;
      if (bought && has[group]!.plus(worth[project]!).compare(bought) > 0) continue;
      const answer = letDown(society, [project], groups.slice(0, index + 1));
      if (answer) return answer;
    }
  }
  return holds;
}

function setCheck(society: Society, { axiom, slack }: RepresentationQuestion): RepresentationAnswer {
  const { support, approves, worth, has, funded } = society;
  const all = Array.from({ length: support.groupCount }, (_, group) => group);
  const projects = worth.map((_, project) => project);
  const members = (bits: number) => projects.filter((project) => (bits >> project) & 1);
  const worthOfSet = worthOfSets(worth);
  const fundedBits = [...funded].reduce((bits, project) => bits | (1 << project), 0);
  const fundedSubsets =
    axiom === 'pjr'
      ? subsetsOf(fundedBits).map((bits) => {
          const value = worthOfSet[bits]!;
          return { bits, worth: value, near: value.toNumber() };
        })
      : [];
  for (let bits = 1; bits < 2 ** worth.length; bits++) {
    const wanted = worthOfSet[bits]!;
    const unfunded = members(bits & ~fundedBits)
      .map((project) => worth[project]!)
      .filter((value) => value.sign() > 0);
    const isLess = (value: Fraction): boolean => isLetDown(value, wanted, unfunded, slack);
    const unanimous = () => all.filter((group) => (approves[group]! & bits) === bits);
    let answer: RepresentationAnswer | null = null;
    if (axiom === 'core') {
      const prefer = all.filter((group) => worthOfSet[approves[group]! & bits]!.compare(has[group]!) > 0);
      answer = letDown(society, members(bits), prefer);
    } else if (axiom === 'ejr')
      answer = letDown(
        society,
        members(bits),
        unanimous().filter((group) => isLess(has[group]!)),
      );
    else {
      const agreed = unanimous();
      // All who agree are no fewer than those let down: when even they may not demand the set, nobody may.
      if (letDown(society, members(bits), agreed) === null) continue;
      const near = wanted.toNumber() * (1 + 1e-9);
      for (const within of fundedSubsets) {
        if (within.near > near || !isLess(within.worth)) continue;
        const crowd = agreed.filter((group) => (approves[group]! & fundedBits & ~within.bits) === 0);
        answer = letDown(society, members(bits), crowd);
        if (answer) break;
      }
    }
    if (answer) return answer;
  }
  return holds;
}

/** Is having `value` too little against a set worth `wanted`, with the slack the question allows? */
function isLetDown(value: Fraction, wanted: Fraction, unfunded: readonly Fraction[], slack: SlackRule): boolean {
  if (value.compare(wanted) >= 0) return false;
  if (slack === 'none' || unfunded.length === 0) return true;
  const pick = slack === 'up_to_one' ? 1 : -1;
  const extra = unfunded.reduce((best, worth) => (worth.compare(best) * pick > 0 ? worth : best), unfunded[0]!);
  return value.plus(extra).compare(wanted) <= 0;
}

/** What every set of the projects is worth, by its bits: each one what it is without its last project, and that project. */
function worthOfSets(worth: readonly Fraction[]): readonly Fraction[] {
  const sets = [Fraction.zero];
  for (const own of worth) sets.push(...sets.map((set) => set.plus(own)));
  return sets;
}

function subsetsOf(bits: number): number[] {
  const list = [0];
  for (let subset = bits; subset > 0; subset = (subset - 1) & bits) list.push(subset);
  return list;
}
