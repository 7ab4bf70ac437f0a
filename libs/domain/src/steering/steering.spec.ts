import { defaultRuleBook } from '../rules/default-rule-book';
import { smallApplication, smallRound } from '../rules/small-round.fixture';
import { coverage, type ReportFrame } from './coverage';
import { leadTimes, signalSummary, type Signal } from './lead-time';
import { priorityMatrix, readinessOf } from './priority-matrix';

const frame: ReportFrame = {
  source: 'Rapporten',
  needs: [
    {
      id: 'K3',
      kind: 'competence',
      nameSv: 'Projektekonomi',
      phases: ['implementation', 'closure'],
      reference: 'Tabell 3',
    },
    { id: 'S1', kind: 'structural', nameSv: 'Information', phases: ['foresight_idea'], reference: null },
  ],
  gaps: [{ id: '2', nameSv: 'Olika förutsättningar', answerSv: null }],
  recommendations: [{ id: '5.2.3', nameSv: 'Delad kapacitet', gapIds: ['2'] }],
  topRecommendationIds: [],
};

describe('coverage', () => {
  const one = smallApplication({}, { needIds: ['K3'], gapIds: ['2', '9'], strategyPriorityId: 'P1' });
  const two = smallApplication(
    { id: 'A-2' },
    { needIds: ['S1'], recommendationIds: ['5.2.3'], strategyPriorityId: null },
  );
  const result = coverage(smallRound([one, two]), frame, new Map([['A-1', 400_000]]));

  it('says what the chosen projects answer, with the money, and what others would', () => {
    expect(
      result.items.map(({ kind, id, applicationIds, grantSek, otherApplicationIds }) => [
        kind,
        id,
        applicationIds,
        grantSek,
        otherApplicationIds,
      ]),
    ).toEqual([
      ['need', 'K3', ['A-1'], 400_000, []],
      ['need', 'S1', [], 0, ['A-2']],
      ['gap', '2', ['A-1'], 400_000, []],
      ['recommendation', '5.2.3', [], 0, ['A-2']],
      ['priority', 'P1', ['A-1'], 400_000, []],
    ]);
    expect(result.uncovered).toEqual({ need: ['S1'], gap: [], recommendation: ['5.2.3'], priority: [] });
  });

  it('shows needs by phase, and tags the plan does not know', () => {
    const cell = (needId: string, cyclePhase: string) =>
      result.needsByPhase.find((item) => item.needId === needId && item.cyclePhase === cyclePhase);
    expect(cell('K3', 'implementation')).toMatchObject({ isNeeded: true, applicationIds: ['A-1'] });
    expect(cell('K3', 'application')).toMatchObject({ isNeeded: false, applicationIds: [] });
    expect(result.needsByPhase).toHaveLength(8);
    expect(result.unknownTags).toEqual([{ kind: 'gap', id: '9', applicationIds: ['A-1'] }]);
  });
});

describe('leadTimes', () => {
  const { call, municipalities } = smallRound([]);
  const times = (firstKnownDate: string | null, closingDate: string | null, known: string[] = []) =>
    leadTimes(
      [{ ...call, firstKnownDate, closingDate }],
      municipalities,
      known.map((date) => ({ callId: 'C', municipalityCode: '0428', date })),
      defaultRuleBook,
      '2026-06-15',
    );

  it('warns under half a year, by whole months', () => {
    expect(times('2026-01-31', '2026-07-30')[0]).toMatchObject({ months: 5, isShort: true, wantedMonths: 6 });
    expect(times('2026-01-31', '2026-07-31')[0]).toMatchObject({ months: 6, isShort: false });
    expect(times('2025-08-31', '2026-02-28')[0]).toMatchObject({ months: 6, isShort: false });
    expect(times('2026-03-01', '2026-02-01')[0]).toMatchObject({ months: -1, isShort: true });
  });

  it('counts from when the municipality itself heard, the first time', () => {
    expect(times('2025-09-15', '2026-03-31', ['2026-02-01', '2026-01-10'])[0]).toMatchObject({
      knownDate: '2026-01-10',
      months: 2,
      isShort: true,
    });
  });

  it('does not guess when nothing is known, and waits for a closing date', () => {
    expect(times(null, '2026-03-31')[0]).toMatchObject({ knownDate: null, months: null, isShort: null });
    expect(times('2026-01-01', null)).toEqual([]);
  });
});

describe('signalSummary', () => {
  const signal = (id: string, date: string, theme: string | null, deadline: string | null): Signal => ({
    id,
    date,
    title: id,
    source: 'x',
    theme,
    deadline,
    callId: null,
  });
  it('gathers a period by theme and lists coming deadlines, nearest first', () => {
    const signals = [
      signal('c', '2026-03-09', 'energi', '2026-04-10'),
      signal('a', '2026-03-02', null, null),
      signal('b', '2026-03-02', 'energi', '2026-03-08'),
      signal('d', '2026-02-20', 'ai', '2026-04-01'),
      signal('e', '2026-03-10', 'ai', null),
    ];
    expect(signalSummary(signals, '2026-03-02', '2026-03-09')).toEqual({
      from: '2026-03-02',
      to: '2026-03-09',
      byTheme: [
        { theme: 'energi', signalIds: ['b', 'c'] },
        { theme: null, signalIds: ['a'] },
      ],
      comingDeadlines: [
        { signalId: 'd', deadline: '2026-04-01', days: 23 },
        { signalId: 'c', deadline: '2026-04-10', days: 32 },
      ],
      passedSignalIds: ['b'],
    });
  });
});

describe('the prioritisation matrix', () => {
  it('has four fields, and none for what is not known', () => {
    const points = [
      { id: 'a', importance: 0.5, readiness: 0.5 },
      { id: 'b', importance: 0.8, readiness: 0.2 },
      { id: 'c', importance: 0.1, readiness: 0.9 },
      { id: 'd', importance: 0, readiness: 0 },
      { id: 'e', importance: null, readiness: 1 },
    ];
    expect(priorityMatrix(points, { importance: 0.5, readiness: 0.5 }).map((point) => point.quadrant)).toEqual([
      'do_now',
      'prepare',
      'if_room',
      'set_aside',
      null,
    ]);
  });

  it('takes readiness from the application and leaves out what it does not say', () => {
    expect(readinessOf(smallApplication())).toEqual({
      value: 1,
      parts: { anchoring: 1, co_financing: 1, receiver: 1, plan: 1 },
    });
    const unsure = smallApplication(
      {},
      { politicalAnchoring: 'partly', receivingStructure: null, financing: [], phases: [] },
    );
    expect(readinessOf(unsure)).toEqual({
      value: 0.25,
      parts: { anchoring: 0.5, co_financing: null, receiver: null, plan: 0 },
    });
  });
});
