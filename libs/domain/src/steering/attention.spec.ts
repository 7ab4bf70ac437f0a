import { attention, type AttentionFigures } from './attention';

const nothing: AttentionFigures = {
  yearsOverFrame: [],
  stoppedIds: [],
  uncoveredPriorityIds: [],
  municipalitiesWithout: [],
  atRiskIds: [],
  overdueIds: [],
  uncoveredPlanIds: [],
  shortLeadTimes: [],
  lateIds: [],
  ownerShares: [],
};
const years = (...own: number[]) =>
  own.map((share, index) => ({
    year: 2021 + index,
    shares: { region_own: share, municipal: 1 - share, other: 0 },
  }));
const codes = (figures: Partial<AttentionFigures>) => attention({ ...nothing, ...figures }).map(({ code }) => code);

describe('what needs attention', () => {
  it('is nothing when nothing holds', () => {
    expect(attention(nothing)).toEqual([]);
  });

  it('comes with the rows it rests on, in order of case id', () => {
    expect(attention({ ...nothing, atRiskIds: ['B', 'A'] })).toEqual([
      { code: 'attention-results-at-risk', params: { count: 2 }, screen: 'follow_up', applicationIds: ['A', 'B'] },
    ]);
  });

  it('puts money that does not exist before everything else, and late projects last', () => {
    const all = codes({
      lateIds: ['A'],
      shortLeadTimes: ['Flen'],
      uncoveredPlanIds: ['R2'],
      overdueIds: ['A'],
      atRiskIds: ['A'],
      municipalitiesWithout: ['Trosa'],
      uncoveredPriorityIds: ['P1'],
      stoppedIds: ['A'],
      yearsOverFrame: [2027],
      ownerShares: years(0.1, 0.2, 0.3, 0.4),
    });
    expect(all).toEqual([
      'attention-over-frame',
      'attention-stopped',
      'attention-priorities-uncovered',
      'attention-municipalities-without',
      'attention-results-at-risk',
      'attention-reports-overdue',
      'attention-own-share-rises',
      'attention-plan-uncovered',
      'attention-lead-time-short',
      'attention-projects-late',
    ]);
  });

  it("tells of the region's own share when it has risen three years in a row up to the last, and from when", () => {
    expect(codes({ ownerShares: years(0.1, 0.2, 0.3) })).toEqual([]);
    expect(codes({ ownerShares: years(0.1, 0.2, 0.3, 0.3) })).toEqual([]);
    const [item] = attention({ ...nothing, ownerShares: years(0.5, 0.25, 0.3, 0.4, 0.5) });
    expect(item?.params).toEqual({ from: 2022, to: 2025, fromPercent: 25, toPercent: 50 });
  });
});
