import fc from 'fast-check';
import { smallApplication, smallRound } from '../rules/small-round.fixture';
import { annualHeadings } from './annual-headings';
import { annualReport, type AnnualInput } from './annual-report';
import { attainment } from './attainment';
import {
  indicatorRefusals,
  recordedResultRefusals,
  resultRefusals,
  type Indicator,
  type IndicatorResult,
} from './indicator';
import { overdueReports, reportRefusals, standingOn, type ProjectReport } from './project-report';
import { resultsAtRisk, type Handover } from './results-at-risk';
import { sexStatistics } from './sex-statistics';

const indicator = (changes: Partial<Indicator> = {}): Indicator => ({
  id: 'I-1',
  applicationId: 'A-1',
  name: 'Delade tjänster',
  unit: 'tjänster',
  countsPeople: false,
  direction: 'increase',
  accumulation: 'latest',
  baseline: 2,
  baselineDate: '2027-01-01',
  target: 12,
  targetDate: '2028-01-01',
  method: 'Räkning',
  ownerActorId: 'K1',
  perspectives: [],
  note: null,
  ...changes,
});
const measured = (date: string, value: number, changes: Partial<IndicatorResult> = {}): IndicatorResult => ({
  indicatorId: 'I-1',
  date,
  value,
  women: null,
  men: null,
  notStated: null,
  note: null,
  ...changes,
});
const people = (date: string, women: number, men: number, notStated: number, indicatorId = 'I-1') =>
  measured(date, women + men + notStated, { indicatorId, women, men, notStated });
const codes = (problems: readonly { code: string; path: readonly (string | number)[] }[]) =>
  problems.map(({ code, path }) => [code, path.join('.')]);

describe('an indicator', () => {
  it('is refused with the place of every fault', () => {
    expect(indicatorRefusals(indicator())).toEqual([]);
    expect(indicatorRefusals(indicator({ baseline: null, target: null, method: null, ownerActorId: null }))).toEqual(
      [],
    );
    expect(
      codes(
        indicatorRefusals(
          indicator({
            name: ' ',
            unit: '',
            baseline: Infinity,
            accumulation: 'sum',
            direction: 'decrease',
            targetDate: '2027-01-01',
            perspectives: ['social', 'social'],
          }),
        ),
      ),
    ).toEqual([
      ['text-missing', 'name'],
      ['text-missing', 'unit'],
      ['number-not-finite', 'baseline'],
      ['indicator-sum-decrease', 'accumulation'],
      ['indicator-dates-order', 'targetDate'],
      ['listed-twice', 'perspectives.1'],
    ]);
    expect(codes(indicatorRefusals(indicator({ target: 2 })))).toEqual([['indicator-direction', 'target']]);
    expect(codes(indicatorRefusals(indicator({ direction: 'decrease' })))).toEqual([['indicator-direction', 'target']]);
    expect(codes(indicatorRefusals(indicator({ countsPeople: true, baseline: 1.5 })))).toEqual([
      ['people-not-whole', 'baseline'],
    ]);
  });

  it('takes results whose people sum to the value', () => {
    const counting = indicator({ countsPeople: true });
    const today = '2027-12-31';
    expect(resultRefusals(people('2027-05-01', 3, 2, 1), counting, today)).toEqual([]);
    const wrong = { ...people('2027-05-01', 3, 2, 1), value: 7 };
    expect(resultRefusals(wrong, counting, today)).toEqual([
      { code: 'result-sex-sum', path: ['value'], params: { value: 7, sum: 6 } },
    ]);
    expect(codes(resultRefusals(measured('2027-05-01', 6), counting, today))).toEqual([
      ['result-sex-missing', 'women'],
      ['result-sex-missing', 'men'],
      ['result-sex-missing', 'notStated'],
    ]);
    expect(codes(resultRefusals(people('2027-05-01', 1, 0, 0), indicator(), today))).toEqual([
      ['result-sex-not-people', 'women'],
      ['result-sex-not-people', 'men'],
      ['result-sex-not-people', 'notStated'],
    ]);
    expect(codes(resultRefusals(people('2026-12-31', -1, 1, 0), counting, '2026-12-30'))).toEqual([
      ['date-in-future', 'date'],
      ['result-before-baseline', 'date'],
      ['people-not-whole', 'women'],
    ]);
    expect(codes(resultRefusals(measured('2027-05-01', -1), indicator({ accumulation: 'sum' }), today))).toEqual([
      ['result-sum-negative', 'value'],
    ]);
  });
});

describe('an indicator with results', () => {
  it('cannot be changed into one they do not fit', () => {
    const results = [measured('2027-03-01', -4), measured('2027-02-01', 6)];
    expect(recordedResultRefusals(indicator(), results)).toEqual([]);
    const other = indicator({ countsPeople: true, accumulation: 'sum', baselineDate: '2027-02-15' });
    const found = recordedResultRefusals(other, results);
    expect(found.map(({ path, params }) => [path[0], params])).toEqual([
      ['countsPeople', { count: 2, date: '2027-02-01' }],
      ['baselineDate', { count: 1, date: '2027-02-01' }],
    ]);
    expect(recordedResultRefusals(indicator({ accumulation: 'sum' }), results)).toMatchObject([
      { code: 'indicator-results-disagree', path: ['accumulation'] },
    ]);
  });
});

describe('attainment', () => {
  const on = (of: Indicator, results: readonly IndicatorResult[], asOf = '2027-12-31') => attainment(of, results, asOf);

  it('is the part of the way from baseline to target, in either direction', () => {
    expect(on(indicator(), [measured('2027-06-01', 7)])).toMatchObject({ share: 0.5, status: 'under_way', value: 7 });
    const less = indicator({ direction: 'decrease', baseline: 20, target: 10 });
    expect(on(less, [measured('2027-06-01', 15)])).toMatchObject({ share: 0.5, status: 'under_way' });
    expect(on(less, [measured('2027-06-01', 8)])).toMatchObject({ share: 1.2, status: 'reached' });
    expect(on(less, [measured('2027-06-01', 22)])).toMatchObject({ share: -0.2, status: 'worse_than_baseline' });
    expect(on(indicator(), [measured('2027-06-01', 2)])).toMatchObject({ share: 0, status: 'under_way' });
  });

  it('takes the last result up to the day, or sums what periods added', () => {
    const results = [measured('2027-09-01', 3), measured('2027-06-01', 5), measured('2028-02-01', 12)];
    expect(on(indicator(), results)).toMatchObject({ value: 3, measuredDate: '2027-09-01' });
    expect(on(indicator({ accumulation: 'sum' }), results)).toMatchObject({ value: 10, share: 0.8 });
  });

  it('does not take what is missing for zero', () => {
    expect(on(indicator(), [])).toMatchObject({ status: 'no_result', value: null, share: null, measuredDate: null });
    const bare = indicator({ baseline: null, method: null, ownerActorId: null });
    expect(on(bare, [measured('2027-06-01', 7)])).toMatchObject({
      status: 'not_measurable',
      value: 7,
      share: null,
      missing: ['baseline', 'method', 'owner'],
    });
    expect(on({ ...bare, accumulation: 'sum' }, [measured('2027-06-01', 7)])).toMatchObject({ value: null });
  });

  it('says how much of the time has gone, and when it has run out', () => {
    const half = indicator({ baselineDate: '2027-01-01', targetDate: '2027-01-11' });
    expect(on(half, [], '2027-01-06')).toMatchObject({ elapsedShare: 0.5, isOverdue: false });
    expect(on(half, [], '2027-01-12')).toMatchObject({ elapsedShare: 1, isOverdue: true });
    expect(on(half, [measured('2027-01-05', 12)], '2027-01-12')).toMatchObject({ isOverdue: false });
    expect(on(indicator({ targetDate: null }), [])).toMatchObject({ elapsedShare: null, isOverdue: false });
  });

  const level = fc.integer({ min: -1000, max: 1000 });
  const goal = fc.tuple(level, level).filter(([baseline, target]) => baseline !== target);
  const towards = ([baseline, target]: [number, number]) =>
    indicator({ baseline, target, direction: target > baseline ? 'increase' : 'decrease' });

  it('does not depend on the unit, the direction or the order of results', () => {
    fc.assert(
      fc.property(goal, fc.uniqueArray(level, { minLength: 1, maxLength: 5 }), ([from, to], values) => {
        const results = values.map((value, index) => measured(`2027-0${index + 1}-01`, value));
        const share = on(towards([from, to]), results).share as number;
        expect(on(towards([from, to]), [...results].reverse()).share).toBe(share);
        const mirrored = results.map((result) => ({ ...result, value: -result.value }));
        expect(on(towards([-from, -to]), mirrored).share).toBeCloseTo(share, 9);
        const scaled = results.map((result) => ({ ...result, value: 3 * result.value + 7 }));
        expect(on(towards([3 * from + 7, 3 * to + 7]), scaled).share).toBeCloseTo(share, 9);
      }),
    );
  });

  it('never falls when a result gets better, and is 1 exactly at the target', () => {
    fc.assert(
      fc.property(goal, level, fc.nat(100), ([from, to], value, gain) => {
        const of = towards([from, to]);
        const better = of.direction === 'increase' ? value + gain : value - gain;
        const [before, after] = [value, better].map((item) => on(of, [measured('2027-06-01', item)]).share as number);
        expect(after!).toBeGreaterThanOrEqual(before!);
        expect(on(of, [measured('2027-06-01', to)])).toMatchObject({ share: 1, status: 'reached' });
      }),
    );
  });
});

describe('statistics by sex', () => {
  const counting = [
    indicator({ id: 'I-1', countsPeople: true }),
    indicator({ id: 'I-2', applicationId: 'A-2', countsPeople: true, accumulation: 'sum' }),
    indicator({ id: 'I-3', applicationId: 'A-2', countsPeople: true }),
    indicator({ id: 'I-4', applicationId: 'A-3' }),
  ];
  const results = [
    people('2027-03-01', 9, 9, 9),
    people('2027-06-01', 3, 1, 2),
    people('2027-03-01', 2, 4, 0, 'I-2'),
    people('2027-06-01', 1, 1, 1, 'I-2'),
    people('2028-06-01', 50, 50, 0, 'I-2'),
  ];

  it('count the last, or all where periods add, up to the day', () => {
    const statistics = sexStatistics(counting, results, '2027-12-31', 5);
    expect(statistics.total).toEqual({
      women: 6,
      men: 6,
      notStated: 3,
      total: 15,
      shareWomen: 0.5,
      isSmall: false,
      hasSmallGroup: true,
    });
    expect(statistics.byApplication.map(({ applicationId, figure }) => [applicationId, figure.women])).toEqual([
      ['A-1', 3],
      ['A-2', 3],
    ]);
    expect(statistics.byIndicator.map(({ indicatorId, figure }) => [indicatorId, figure?.total ?? null])).toEqual([
      ['I-1', 6],
      ['I-2', 9],
      ['I-3', null],
    ]);
    expect(statistics.withoutResult).toBe(1);
  });

  it('give no percentages on fewer than the smallest count', () => {
    const four = sexStatistics(counting.slice(0, 1), results, '2027-12-31', 5).total;
    expect(four).toMatchObject({ women: 3, men: 1, shareWomen: null, isSmall: true });
    expect(sexStatistics(counting.slice(0, 1), results, '2027-12-31', 4).total).toMatchObject({
      shareWomen: 0.75,
      isSmall: false,
    });
    expect(sexStatistics([], [], '2027-12-31', 0).total).toMatchObject({ total: 0, shareWomen: null });
  });

  it('add up: the whole is its applications and its indicators', () => {
    const entry = fc.record({
      women: fc.nat(50),
      men: fc.nat(50),
      notStated: fc.nat(50),
      of: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { maxLength: 9 }), (entries) => {
        const list = entries.map(({ women, men, notStated, of }, index) =>
          people(`2027-01-0${index + 1}`, women, men, notStated, `I-${of}`),
        );
        const { total, byApplication, byIndicator } = sexStatistics(counting, list, '2027-12-31', 5);
        const sum = (figures: readonly ({ total: number } | null)[]) =>
          figures.reduce((all, figure) => all + (figure?.total ?? 0), 0);
        expect(sum(byApplication.map(({ figure }) => figure))).toBe(total.total);
        expect(sum(byIndicator.map(({ figure }) => figure))).toBe(total.total);
        expect(total.women + total.men + total.notStated).toBe(total.total);
      }),
    );
  });
});

describe('reports', () => {
  const report = (changes: Partial<ProjectReport> = {}): ProjectReport => ({
    id: 'R-1',
    applicationId: 'A-1',
    kind: 'progress',
    periodFrom: '2027-01-01',
    periodTo: '2027-06-30',
    dueDate: '2027-08-15',
    submittedDate: '2027-08-10',
    standing: 'on_track',
    text: 'Enligt plan.',
    deviations: null,
    ...changes,
  });
  const awaited = { submittedDate: null, standing: null, text: null };

  it('are refused with the place of every fault', () => {
    const refusals = (changes: Partial<ProjectReport>) => codes(reportRefusals(report(changes), '2027-09-01'));
    expect(refusals({})).toEqual([]);
    expect(refusals(awaited)).toEqual([]);
    expect(
      refusals({
        periodTo: '2026-12-31',
        dueDate: '2026-12-31',
        submittedDate: '2027-09-02',
        standing: null,
        text: ' ',
      }),
    ).toEqual([
      ['report-period-order', 'periodTo'],
      ['report-due-early', 'dueDate'],
      ['date-in-future', 'submittedDate'],
      ['report-standing-missing', 'standing'],
      ['text-missing', 'text'],
    ]);
    expect(refusals({ submittedDate: null, deviations: 'Sent' })).toEqual([
      ['report-not-submitted', 'standing'],
      ['report-not-submitted', 'text'],
      ['report-not-submitted', 'deviations'],
    ]);
    expect(refusals({ standing: 'closed' })).toEqual([['report-standing-kind', 'standing']]);
    expect(refusals({ kind: 'final' })).toEqual([['report-standing-kind', 'standing']]);
    expect(refusals({ kind: 'final', standing: 'closed' })).toEqual([]);
  });

  it('are overdue from the day after they were due until they come', () => {
    const reports = [
      report({ id: 'a', ...awaited }),
      report({ id: 'b', dueDate: '2027-08-01', ...awaited }),
      report({ id: 'c', submittedDate: '2027-09-01' }),
      report({ id: 'd' }),
    ];
    const overdue = (asOf: string) =>
      overdueReports(reports, asOf).map(({ reportId, daysLate }) => [reportId, daysLate]);
    expect(overdue('2027-08-15')).toEqual([['b', 14]]);
    expect(overdue('2027-08-16')).toEqual([
      ['b', 15],
      ['a', 1],
      ['c', 1],
    ]);
    expect(overdue('2027-09-01').map(([id]) => id)).toEqual(['b', 'a']);
  });

  it('say how the project stands by the latest period that had been reported', () => {
    const reports = [
      report({ id: 'first', periodTo: '2026-12-31', submittedDate: '2027-09-01', standing: 'late' }),
      report({ id: 'second' }),
      report({ id: 'third', periodTo: '2027-12-31', ...awaited }),
    ];
    expect(standingOn(reports, '2027-12-31')?.id).toBe('second');
    expect(standingOn(reports, '2027-08-09')).toBeNull();
  });
});

describe('results at risk', () => {
  const actors = [{ id: 'K1', name: 'Kommun' }];
  const handover = (changes: Partial<Handover> = {}): Handover => ({
    applicationId: 'A-1',
    takeoverYear: 2028,
    runningCostAfterSek: 100_000,
    runningCostOwnerActorId: 'K1',
    isKeyPersonDependent: false,
    note: null,
    ...changes,
  });
  const reasons = (
    project: object,
    of: Handover | null,
    types: readonly ('prestudy' | 'implementation')[] = ['implementation'],
  ) => resultsAtRisk([smallApplication({}, project)], of ? [of] : [], actors, types);

  it('is nobody’s worry when somebody receives it, pays for it and it hangs on no one', () => {
    expect(reasons({}, handover())).toEqual([]);
    expect(reasons({}, handover({ runningCostAfterSek: 0, runningCostOwnerActorId: null }))).toEqual([]);
  });

  it.each([
    [{ receivingStructure: 'no' }, {}, ['risk-no-receiving-structure']],
    [{ receivingStructure: null, receivingActorId: null }, {}, ['risk-receiving-structure-not-stated']],
    [
      { receivingStructure: 'partly', receivingActorId: null },
      {},
      ['risk-partial-receiving-structure', 'risk-no-receiving-actor'],
    ],
    [{ receivingActorId: 'NONE' }, {}, ['risk-receiving-actor-unknown']],
    [{}, { runningCostOwnerActorId: null }, ['risk-running-cost-without-owner']],
    [{}, { runningCostAfterSek: null }, ['risk-running-cost-not-stated']],
    [{}, { isKeyPersonDependent: true }, ['risk-key-person']],
    [{}, { isKeyPersonDependent: null }, ['risk-key-person-not-stated']],
  ])('gives its reasons: %j %j', (project, changes, wanted) => {
    const [result] = reasons(project, handover(changes));
    expect(result?.reasons.map(({ code }) => code)).toEqual(wanted);
    expect(result?.isAtRisk).toBe(result?.reasons.some(({ level }) => level === 'risk'));
  });

  it('tells what nobody has said from what is known to be missing', () => {
    expect(reasons({}, null)[0]).toMatchObject({
      isAtRisk: false,
      reasons: [{ level: 'unknown' }, { level: 'unknown' }],
    });
  });

  it('leaves pre-studies out unless asked, and puts the most risks first', () => {
    expect(reasons({ projectType: 'prestudy', receivingStructure: 'no' }, null)).toEqual([]);
    expect(reasons({ projectType: 'prestudy', receivingStructure: 'no' }, null, ['prestudy'])).toHaveLength(1);
    const list = [smallApplication(), smallApplication({ id: 'A-2' }, { receivingStructure: 'no' })];
    expect(resultsAtRisk(list, [], actors, ['implementation']).map(({ applicationId }) => applicationId)).toEqual([
      'A-2',
      'A-1',
    ]);
  });
});

describe('the annual report', () => {
  const input = (changes: Partial<AnnualInput> = {}): AnnualInput => ({
    round: smallRound([smallApplication(), smallApplication({ id: 'A-2' }, { strategyPriorityId: null })]),
    grants: new Map([['A-1', 400_000]]),
    grantsAre: 'granted',
    year: 2027,
    indicators: [
      indicator({ countsPeople: true, perspectives: ['gender_equality', 'social'] }),
      indicator({ id: 'I-9', applicationId: 'A-2', perspectives: ['climate'] }),
    ],
    results: [people('2027-06-01', 8, 4, 0)],
    reports: [],
    areas: { P1: '8-1a' },
    smallestCount: 5,
    ...changes,
  });
  const section = (heading: string, changes: Partial<AnnualInput> = {}) =>
    annualReport(input(changes)).find((item) => item.heading === heading)!;
  const params = (heading: string, code: string, changes: Partial<AnnualInput> = {}) =>
    section(heading, changes).figures.find((figure) => figure.code === code)?.params;

  it('has every heading in order', () => {
    expect(annualReport(input()).map(({ heading }) => heading)).toEqual([...annualHeadings]);
  });

  it('puts projects under the area of their priority, with what was measured by the end of the year', () => {
    expect(params('8-1a', 'annual-projects')).toEqual({ count: 1, money: 'granted', grant: 400_000, cost: 1_000_000 });
    expect(params('8-1a', 'annual-indicators')).toEqual({ indicators: 1, measured: 1, reached: 1, without: 0 });
    expect(params('8-1b', 'annual-projects')).toEqual({ count: 0, money: 'granted', grant: 0, cost: 0 });
    expect(params('8-1a', 'annual-indicators', { year: 2026 })).toMatchObject({ measured: 0, reached: 0 });
  });

  it('counts the chosen projects only', () => {
    expect(params('9-4', 'annual-people')).toEqual({
      women: 8,
      men: 4,
      notStated: 0,
      percent: 66.7,
      smallest: 5,
      without: 0,
    });
    expect(section('8-transition').applicationIds).toEqual([]);
    const both = new Map([
      ['A-1', 400_000],
      ['A-2', 100_000],
    ]);
    expect(section('8-transition', { grants: both }).applicationIds).toEqual(['A-2']);
  });

  it('shows how territory and decisions stand', () => {
    expect(params('9-3', 'annual-territory')).toEqual({
      money: 'granted',
      reached: 1,
      of: 1,
      small: 1,
      ofSmall: 1,
      smallGrant: 400_000,
    });
    expect(params('9-3', 'annual-municipality')).toEqual({
      municipality: 'Vingåker',
      grant: 400_000,
      perInhabitant: 45,
    });
    expect(params('9-1', 'annual-decisions')).toEqual({
      count: 1,
      money: 'granted',
      of: 2,
      grant: 400_000,
      requested: 1_000_000,
    });
    expect(params('9-1', 'annual-standings')).toEqual({ onTrack: 0, late: 0, closed: 0, without: 1, overdue: 0 });
    expect(params('9-2', 'annual-criterion')).toEqual({ nameSv: 'Ett', nameEn: 'One', percent: 100 });
  });

  it('keeps every krona between municipalities and those without one', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), fc.subarray(['0428', '0483', '9999']), (grant, municipalityCodes) => {
        const base = smallRound([smallApplication({}, { municipalityCodes })]);
        const round = {
          ...base,
          municipalities: [...base.municipalities, { ...base.municipalities[0]!, code: '0483' }],
        };
        const { figures } = section('9-3', { round, grants: new Map([['A-1', grant]]) });
        const sum = figures
          .filter(({ code }) => code !== 'annual-territory')
          .reduce((total, figure) => total + Number(figure.params['grant']), 0);
        expect(sum).toBe(grant);
      }),
    );
  });
});
