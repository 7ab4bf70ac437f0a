import type { RatedCriterion, Rating, Result, Round } from '@fordela/domain';
import fc from 'fast-check';
import { smallApplication, smallRound } from '../../../domain/src/rules/small-round.fixture';
import { evaluate } from '../evaluate/evaluate';
import type { FormulaEngine } from '../structure/formula/formula-engine';
import { loadFormulaEngine } from '../structure/formula/load-formula-engine';
import { decisionProblemOf } from './decision-problem-of';
import { prepareRound, standardRoundScoring, type RoundScoringOptions } from './prepare-round';
import { projectVariableNames, projectVariables } from './project-variables';
import { roundReasons } from './round-reasons';
import { scorePrepared, scoreRound } from './score-round';
import { weightTable } from './weight-table';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const codes = <T>(result: Result<T>) => (result.ok ? [] : result.refusal.map((entry) => entry.code));
const criterion = (id: string, weight: number, changes: Partial<RatedCriterion> = {}): RatedCriterion => ({
  id,
  key: id,
  nameSv: id,
  nameEn: id,
  question: null,
  reportReference: null,
  weight,
  kind: 'rated',
  formula: null,
  scaleMin: 1,
  scaleMax: 5,
  direction: 'maximise',
  ...changes,
});
const rating = (
  applicationId: string,
  reviewerId: string,
  criterionId: string,
  given: number | null,
  changes: Partial<Rating> = {},
): Rating => ({
  applicationId,
  reviewerId,
  criterionId,
  rating: given,
  cannotJudge: false,
  conflictDeclared: false,
  comment: null,
  ...changes,
});
const applications = ['A', 'B', 'C'].map((id) => smallApplication({ id }, { id }));
/** Two criteria (0.75 and 0.25), three applications. */
const round = smallRound(applications, {
  criteria: [criterion('C1', 0.75), criterion('C2', 0.25)],
  ratings: [
    rating('A', 'R1', 'C1', 5),
    rating('A', 'R1', 'C2', 1),
    rating('A', 'R2', 'C1', 3),
    rating('A', 'R2', 'C2', 3),
    rating('B', 'R1', 'C1', 2),
    rating('B', 'R1', 'C2', 5),
    rating('B', 'R2', 'C1', 4, { conflictDeclared: true }),
    rating('B', 'R2', 'C2', 1),
    rating('C', 'R1', 'C1', 4),
    rating('C', 'R1', 'C2', null),
  ],
});
const with_ = (changes: Partial<Round>): Round => ({ ...round, ...changes });
const score = (
  target: Round,
  options: Partial<RoundScoringOptions> = {},
  weights: Record<string, number> | null = null,
  formulas: FormulaEngine | null = null,
) => scoreRound(target, { ...standardRoundScoring, ...options }, weights, formulas);
const scores = (result: ReturnType<typeof score>) => value(result).applications.map((application) => application.score);

describe('scoring a round', () => {
  it('weights mean ratings scaled to 0–1, without declared conflicts (hand calculation)', () => {
    const result = value(score(round));
    // A: C1 mean 4 → 0.75, C2 mean 2 → 0.25. B: R2 out of the whole case; C1 2 → 0.25, C2 5 → 1. C: C2 missing, C1 takes all: 0.75.
    expect(result.applications.map((application) => application.score)).toEqual([0.625, 0.4375, 0.75]);
    expect(result.applications.map((application) => application.rank)).toEqual([2, 3, 1]);
    expect(result.ranking).toEqual([['C'], ['A'], ['B']]);
    expect(result.applications[1]?.criteria[1]).toMatchObject({
      performance: 5,
      value: 1,
      weight: 0.25,
      contribution: 0.25,
    });
    expect(result.applications[2]?.criteria.map((entry) => entry.weight)).toEqual([1, 0]);
    expect(result.method).toBe('additive-value');
    expect(result.conventions).toMatchObject({
      aggregation: 'mean',
      missing: 'renormalise-weights',
      ties: 'competition',
      weights: 'of-the-round',
    });
  });
  it('reports what was left out, by name', () => {
    const result = value(score(round));
    expect(result.observations).toEqual([
      {
        code: 'rating-conflict-left-out',
        path: ['applications', 1],
        params: { application: 'B', reviewer: 'R2', ratings: 2 },
      },
      {
        code: 'rating-not-given',
        path: ['ratings', 9],
        params: { application: 'C', reviewer: 'R1', criterion: 'C2', value: null, min: 1, max: 5 },
      },
      { code: 'performance-missing', path: ['applications', 2], params: { alternative: 'C', criterion: 'C2' } },
    ]);
    expect(result.applications[1]?.reviewers).toEqual([
      {
        reviewerId: 'R1',
        conflictDeclared: false,
        counted: ['C1', 'C2'],
        missing: [],
        cannotJudge: [],
        outOfScale: [],
      },
      { reviewerId: 'R2', conflictDeclared: true, counted: [], missing: [], cannotJudge: [], outOfScale: [] },
    ]);
    expect(result.applications[2]?.reviewers[0]).toMatchObject({ counted: ['C1'], missing: ['C2'] });
    expect(result.criteria[0]).toEqual({
      criterionId: 'C1',
      statedWeight: 0.75,
      weight: 0.75,
      lowest: 2,
      highest: 4,
      withoutValue: 0,
    });
  });
  it('treats a missing criterion as told', () => {
    expect(codes(score(round, { missing: 'refuse' }))).toEqual(['performance-missing']);
    expect(scores(score(round, { missing: 'worst' }))[2]).toBe(0.5625);
    expect(scores(score(round, { missing: 'best' }))[2]).toBe(0.8125);
    expect(scores(score(round, { missing: 'mean' }))[2]).toBe(0.5625 + 0.25 * 0.625); // mean of 2 and 5
    const nobody = with_({ ratings: round.ratings.filter((entry) => entry.criterionId === 'C1') });
    expect(codes(score(nobody, { missing: 'median' }))).toEqual([
      'performance-missing',
      'performance-missing',
      'performance-missing',
    ]);
  });
  it('never takes a rating outside the scale, and "cannot judge" is not missing', () => {
    const odd = with_({
      ratings: [
        ...round.ratings.slice(0, 9),
        rating('C', 'R1', 'C2', 6),
        rating('C', 'R2', 'C1', 2, { cannotJudge: true }),
        rating('C', 'R2', 'C2', null, { cannotJudge: true }),
      ],
    });
    const result = value(score(odd));
    expect(result.applications[2]?.score).toBe(0.75);
    expect(
      result.observations
        .filter(({ params }) => params.application === 'C')
        .map(({ code, params }) => [code, params.reviewer, params.criterion, params.value]),
    ).toEqual([
      ['rating-out-of-scale', 'R1', 'C2', 6],
      ['rating-cannot-judge', 'R2', 'C1', 2],
      ['rating-cannot-judge', 'R2', 'C2', null],
    ]);
    const refused = score(odd, { outOfScale: 'refuse' });
    expect(refused.ok ? [] : refused.refusal).toMatchObject([
      { code: 'rating-out-of-scale', path: ['ratings', 9], params: { reviewer: 'R1', value: 6 } },
    ]);
    expect(result.observations.at(-1)).toMatchObject({
      code: 'performance-not-judged',
      params: { alternative: 'C', criterion: 'C2' },
    });
  });
  it('gives no score, rather than 0, to an application nobody could rate', () => {
    const empty = with_({ ratings: round.ratings.filter((entry) => entry.applicationId !== 'B') });
    const result = value(score(empty));
    expect(result.applications[1]).toMatchObject({ score: null, rank: null });
    expect(result.ranking).toEqual([['C'], ['A']]);
    expect(result.observations).toContainEqual({
      code: 'application-without-score',
      path: ['applications', 1],
      params: { application: 'B' },
    });
  });
  it('turns criteria to minimise round, and shares ranks by the convention', () => {
    const down = with_({ criteria: [criterion('C1', 1, { direction: 'minimise' }), criterion('C2', 0)] });
    expect(scores(score(down))).toEqual([0.25, 0.75, 0.25]);
    expect(value(score(down)).applications.map((application) => application.rank)).toEqual([2, 1, 2]);
    expect(value(score(down, { ties: 'average' })).applications.map((application) => application.rank)).toEqual([
      2.5, 1, 2.5,
    ]);
    expect(value(score(down, { ties: 'ordinal-by-id' })).ranking).toEqual([['B'], ['A'], ['C']]);
    expect(value(score(down)).observations.map(({ code }) => code)).toContain('criterion-unweighted');
  });
  it('takes other weights, scaled to sum 1, and says which criteria weigh nothing', () => {
    const result = value(score(round, {}, { C1: 0, C2: 3 }));
    expect(result.applications.map((application) => application.score)).toEqual([0.25, 1, null]);
    expect(result.observations.filter(({ code }) => code === 'criterion-unweighted')).toEqual([
      { code: 'criterion-unweighted', path: ['criteria', 0], params: { criterion: 'C1' } },
    ]);
    expect(result.conventions.weights).toBe('given');
    expect(codes(score(round, {}, { C9: 1 }))).toEqual(['weights-unknown-criterion']);
    expect(codes(score(round, {}, { C1: -1, C2: NaN }))).toEqual(['weights-negative', 'weights-negative']);
    expect(codes(score(round, {}, { C1: 0 }))).toEqual(['weights-unusable-total']);
  });
  it('refuses rounds that cannot be scored', () => {
    expect(codes(score(with_({ applications: [] })))).toEqual(['round-no-applications']);
    expect(codes(score(with_({ criteria: [] })))).toEqual(['round-no-criteria']);
    expect(codes(score(with_({ criteria: [criterion('C1', 1, { scaleMin: 5, scaleMax: 5 })] })))).toEqual([
      'rating-scale-empty',
    ]);
    expect(codes(score(with_({ ratings: [...round.ratings, rating('A', 'R1', 'C1', 2)] })))).toEqual([
      'rating-repeated',
    ]);
    expect(codes(score(round, { aggregation: 'trimmed-mean', trimShare: 0.7 }))).toEqual(['trim-share-out-of-range']);
    expect(codes(score(with_({ ratings: [rating('A', 'R1', 'C1', Infinity)] })))).toEqual(['rating-not-finite']);
    const stray = value(
      score(with_({ ratings: [...round.ratings, rating('X', 'R1', 'C1', 2), rating('A', 'R9', 'C1', 2)] })),
    );
    expect(stray.observations.filter(({ code }) => code === 'rating-unused').map(({ path }) => path)).toEqual([
      ['ratings', 10],
      ['ratings', 11],
    ]);
    expect(stray.applications.map((application) => application.score)).toEqual(scores(score(round)));
  });
  it('fingerprints what it rests on', () => {
    const same = value(score(round)).inputFingerprint;
    expect(value(score(with_({ dependencies: [] }))).inputFingerprint).toBe(same);
    expect(value(score(round, { aggregation: 'median' })).inputFingerprint).not.toBe(same);
    expect(value(score(round, {}, { C1: 1, C2: 1 })).inputFingerprint).not.toBe(same);
    expect(value(score(with_({ ratings: round.ratings.slice(1) }))).inputFingerprint).not.toBe(same);
    expect(value(score(round, {}, { C1: 75, C2: 25 })).inputFingerprint).toBe(same);
  });
});

describe('why one is ahead of another', () => {
  it('gives the differences criterion by criterion, which add up', () => {
    const result = value(score(round));
    const reasons = value(roundReasons(result, 'B', 'A'));
    // A 0.625 = 0.5625 + 0.0625; B 0.4375 = 0.1875 + 0.25
    expect(reasons).toEqual({
      ahead: 'A',
      behind: 'B',
      difference: 0.1875,
      reasons: [
        { criterion: 'C1', difference: 0.375 },
        { criterion: 'C2', difference: -0.1875 },
      ],
      residue: 0,
    });
    expect(codes(roundReasons(result, 'A', 'X'))).toEqual(['round-unknown-application']);
    const empty = value(score(with_({ ratings: round.ratings.filter((entry) => entry.applicationId !== 'B') })));
    expect(codes(roundReasons(empty, 'A', 'B'))).toEqual(['application-without-score']);
  });
});

describe('computed criteria', () => {
  const early = criterion('C3', 1, { kind: 'computed', formula: 'earlyPhaseShareOfCost', scaleMin: 0, scaleMax: 0.5 });
  const phased = smallApplication(
    { id: 'A' },
    {
      id: 'A',
      pooledFte: 2,
      phases: [
        {
          phaseNo: 1,
          cyclePhase: 'foresight_idea',
          name: '',
          startMonth: '2027-01',
          endMonth: '2027-02',
          costs: [{ year: 2027, amountSek: 300 }],
        },
        {
          phaseNo: 2,
          cyclePhase: 'implementation',
          name: '',
          startMonth: '2027-03',
          endMonth: '2027-12',
          costs: [{ year: 2027, amountSek: 700 }],
        },
      ],
    },
  );
  const computed = with_({ applications: [phased, ...applications.slice(1)], criteria: [criterion('C1', 1), early] });
  it('works out formulas over the project', async () => {
    const formulas = await loadFormulaEngine();
    const result = value(score(computed, {}, null, formulas));
    expect(result.applications[0]?.criteria[1]).toMatchObject({
      performance: 0.3,
      value: 0.6,
      contribution: 0.3,
      ratings: null,
    });
    expect(codes(score(computed))).toEqual(['formula-engine-needed']);
    const broken = (formula: string | null, changes: Partial<RatedCriterion> = {}) =>
      score({ ...computed, criteria: [{ ...early, formula, ...changes }] }, {}, null, formulas);
    expect(codes(broken(null))).toEqual(['formula-missing']);
    expect(codes(broken('noSuchThing + 1'))).toEqual(['formula-unknown-variable']);
    expect(codes(broken('1 / (partnerCount - 2)'))).toEqual([
      'formula-not-finite',
      'formula-not-finite',
      'formula-not-finite',
    ]);
    // Not stated is missing, not 0.
    const fte = value(broken('pooledFte', { scaleMax: 4 }));
    expect(fte.applications.map((application) => application.score)).toEqual([0.5, null, null]);
    // Outside the scale counts as the end, and is reported; or is refused.
    const beyond = value(broken('totalCostSek'));
    expect(beyond.applications[1]?.criteria[0]).toMatchObject({ performance: 1_000_000, value: 1 });
    expect(beyond.observations.filter(({ code }) => code === 'performance-out-of-scale')).toHaveLength(3);
    expect(
      codes(
        score(
          { ...computed, criteria: [{ ...early, formula: 'totalCostSek' }] },
          { computedOutOfScale: 'refuse' },
          null,
          formulas,
        ),
      ),
    ).toHaveLength(3);
  });
  it('gives the command line the same scores to the last bit', async () => {
    const formulas = await loadFormulaEngine();
    for (const missing of ['renormalise-weights', 'worst', 'mean'] as const) {
      const options = { ...standardRoundScoring, missing };
      const unable = {
        ...computed,
        ratings: computed.ratings.map((entry) =>
          entry.applicationId === 'C' ? { ...entry, cannotJudge: true } : entry,
        ),
      };
      for (const target of [round, computed, unable]) {
        for (const weights of [null, { C1: 0.3, C2: 0.4, C3: 2 }]) {
          const given =
            weights &&
            Object.fromEntries(
              target.criteria.map(({ id }) => [id, (weights as Record<string, number>)[id] as number]),
            );
          const direct = value(scoreRound(target, options, given, formulas));
          const file = value(decisionProblemOf(target, options, given, formulas));
          const answer = value(evaluate(JSON.parse(JSON.stringify(file)), formulas)).results[0]?.outcome as {
            scores: { alternative: string; score: number; rank: number }[];
          };
          expect(
            answer.scores.map(({ alternative, score: points, rank }) => ({
              applicationId: alternative,
              score: points,
              rank,
            })),
          ).toEqual(
            direct.applications
              .filter((entry) => entry.score !== null)
              .map(({ applicationId, score: points, rank }) => ({ applicationId, score: points, rank })),
          );
        }
      }
    }
  });
});

describe('project variables', () => {
  const base = smallRound([]);
  it('are those named, all numbers or null', () => {
    const variables = projectVariables(smallApplication(), base);
    expect(Object.keys(variables).sort()).toEqual([...projectVariableNames].sort());
    for (const number of Object.values(variables)) expect(number === null || Number.isFinite(number)).toBe(true);
  });
  it('say what the application says (hand calculation)', () => {
    const application = smallApplication(
      { requestedSek: 400_000, smallestUsefulGrantSek: 100_000, advanceRequestedSek: 40_000 },
      {
        leadPartnerId: 'R',
        partners: [
          { actorId: 'R', role: 'lead_partner', costSharePct: 50 },
          { actorId: 'K1', role: 'project_partner', costSharePct: 30 },
          { actorId: 'F1', role: 'project_partner', costSharePct: 20 },
        ],
        municipalityCodes: ['0428', '0489'],
        themes: ['energy', 'digital', 'resilience'],
        recommendationIds: ['5.2.1', '5.2.4'],
        pooledFte: 2,
        receivingStructure: 'partly',
        receivingActorId: null,
        politicalAnchoring: 'none',
        startMonth: '2026-11',
        endMonth: '2027-02',
        financing: [
          {
            financingNo: 1,
            sourceType: 'state_1_1',
            financierActorId: 'RF',
            kind: 'cash',
            status: 'applied',
            amounts: [{ year: 2027, amountSek: 400_000 }],
          },
          {
            financingNo: 2,
            sourceType: 'eruf',
            financierActorId: null,
            kind: 'cash',
            status: 'applied',
            amounts: [{ year: 2027, amountSek: 300_000 }],
          },
          {
            financingNo: 3,
            sourceType: 'region_own',
            financierActorId: 'R',
            kind: 'in_kind',
            status: 'decided',
            amounts: [{ year: 2027, amountSek: 300_000 }],
          },
        ],
      },
    );
    expect(projectVariables(application, base)).toMatchObject({
      requestedShare: 0.4,
      smallestUsefulShare: 0.25,
      advanceShare: 0.1,
      costRange: 0.2,
      implementationShareOfCost: 1,
      earlyPhaseShareOfCost: 0,
      durationMonths: 4,
      pooledFtePerMillionSek: 5,
      municipalitiesServed: 1,
      smallMunicipalitiesReached: 1,
      smallMunicipalityShare: 1,
      inhabitantsServed: 8981,
      partnerCount: 3,
      municipalityPartnerCount: 1,
      hasRegion: 1,
      hasMunicipality: 1,
      hasUniversity: 0,
      cooperationIndex: 2 / 3,
      receivingStructure: 0.5,
      hasReceivingActor: 0,
      anchoring: 0,
      confirmedCofinancingShare: 0.5,
      readiness: 0.25,
      leverage: 1.5,
      externalShare: 0.3,
      euShare: 0.3,
      privateShare: 0,
      inKindShare: 0.3,
      hasResilienceTheme: 1,
      resilienceTags: 2,
      themeCount: 3,
      priorityRecommendationCount: 1,
    });
  });
  it('are null where nothing is said', () => {
    const silent = smallApplication(
      { requestedSek: 0 },
      {
        phases: [],
        financing: [],
        startMonth: null,
        endMonth: '2027-01',
        receivingStructure: null,
        politicalAnchoring: null,
        costP10Sek: null,
      },
    );
    expect(projectVariables(silent, { ...base, municipalities: [] })).toMatchObject({
      leverage: null,
      advanceShare: null,
      earlyPhaseShareOfCost: null,
      durationMonths: null,
      pooledFte: null,
      pooledFtePerMillionSek: null,
      smallMunicipalityShare: null,
      receivingStructure: null,
      anchoring: null,
      readiness: null,
      externalShare: null,
      costRange: null,
      municipalitiesServed: 0,
    });
  });
});

describe('laws', () => {
  const cell = fc.record({
    rating: fc.option(fc.integer({ min: 0, max: 6 })),
    cannotJudge: fc.boolean(),
    conflictDeclared: fc.constant(false),
  });
  const rounds = fc
    .record({
      cells: fc.array(cell, { minLength: 18, maxLength: 18 }),
      weights: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })),
    })
    .map(({ cells, weights }) =>
      with_({
        criteria: ['C1', 'C2', 'C3'].map((id, j) =>
          criterion(id, weights[j] as number, { direction: j === 1 ? 'minimise' : 'maximise' }),
        ),
        ratings: cells.map((given, k) =>
          rating(
            'ABC'[k % 3] as string,
            `R${1 + (Math.floor(k / 3) % 2)}`,
            `C${1 + Math.floor(k / 6)}`,
            given.rating,
            given,
          ),
        ),
      }),
    );
  it('contributions add up to the score, weights to 1, values lie in 0–1', () => {
    fc.assert(
      fc.property(rounds, (target) => {
        for (const application of value(score(target)).applications) {
          const sum = application.criteria.reduce((total, entry) => total + entry.contribution, 0);
          if (application.score !== null) {
            expect(sum).toBe(application.score);
            expect(application.criteria.reduce((total, entry) => total + entry.weight, 0)).toBeCloseTo(1, 12);
          }
          for (const entry of application.criteria)
            if (entry.value !== null) {
              expect(entry.value).toBeGreaterThanOrEqual(0);
              expect(entry.value).toBeLessThanOrEqual(1);
              expect(entry.contribution).toBe(entry.weight * entry.value);
            }
        }
      }),
    );
  });
  it("a conflicted reviewer's ratings change nothing, whatever they say", () => {
    const others = fc.array(fc.option(fc.integer({ min: -2, max: 9 })), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(rounds, others, (target, given) => {
        const conflicted = given.map((entry, k) =>
          rating('ABC'[k % 3] as string, 'R3', `C${1 + Math.floor(k / 3)}`, entry, { conflictDeclared: k < 3 }),
        );
        expect(scores(score({ ...target, ratings: [...target.ratings, ...conflicted] }))).toEqual(
          scores(score(target)),
        );
      }),
    );
  });
  it('does not depend on the order of the ratings, and a better rating never lowers the score', () => {
    fc.assert(
      fc.property(rounds, fc.nat(17), (target, pick) => {
        scores(score({ ...target, ratings: [...target.ratings].reverse() })).forEach((points, i) =>
          expect(points).toEqual(scores(score(target))[i]),
        );
        const chosen = target.ratings[pick] as Rating;
        const up = chosen.criterionId === 'C2' ? -1 : 1;
        if (
          chosen.rating === null ||
          chosen.rating < 1 ||
          chosen.rating > 5 ||
          chosen.rating + up < 1 ||
          chosen.rating + up > 5
        )
          return;
        const better = target.ratings.map((entry) =>
          entry === chosen ? { ...entry, rating: (entry.rating as number) + up } : entry,
        );
        const place = target.applications.findIndex(({ id }) => id === chosen.applicationId);
        const [before, after] = [scores(score(target))[place], scores(score({ ...target, ratings: better }))[place]];
        if (before !== null && before !== undefined) expect(after).toBeGreaterThanOrEqual(before - 1e-15);
      }),
    );
  });
  it('preparing once and weighting many times is the same as scoring each time', () => {
    fc.assert(
      fc.property(rounds, fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 })), (target, [a, b, c]) => {
        const prepared = value(prepareRound(target, standardRoundScoring, null));
        const weights = { C1: a, C2: b, C3: c };
        const full = value(scoreRound(target, standardRoundScoring, weights));
        expect(value(scorePrepared(prepared, weights))).toEqual(full);
        expect(value(weightTable(prepared, weights)).scores).toEqual(
          full.applications.map((application) => application.score),
        );
      }),
    );
  });
});
