import { loadDemo } from '../../apps/api/src/demo';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const counts = `{ signals(first: 1) { totalCount } lessons(first: 1) { totalCount } overdueReports { reportId }
  resultsAtRisk(callId: "CALL-2026-V") { ... on ResultsAtRisk { atRisk } }
  followUp(callId: "CALL-2026-V") { ... on FollowUp { basis { isExample } counts { indicators measured onTrack late closed } } }
  leadTimes(callId: "CALL-2026-V") { shortCount }
  actorMap(callId: "CALL-2026-V") { ... on ActorMap { rolesByPhase { actorIds } } } }`;

describeOnDatabase('the demonstration portfolio', () => {
  describe('on a day after all of it', () => {
    const api = useTestApi(null, new Date('2026-11-27T12:00:00Z'));

    it('brings follow-up and signals, entered as an officer would, once', async () => {
      expect(await loadDemo(api().app)).toBe(true);
      const data = await api().data<{ actorMap: { rolesByPhase: { actorIds: string[] }[] } }>(counts);
      expect(data).toMatchObject({
        signals: { totalCount: 7 },
        lessons: { totalCount: 3 },
        followUp: {
          basis: { isExample: true },
          counts: { indicators: 6, measured: 5, onTrack: 0, late: 1, closed: 1 },
        },
        leadTimes: { shortCount: 3 },
      });
      expect(data.actorMap.rolesByPhase.some(({ actorIds }) => actorIds.length > 0)).toBe(true);
      expect(await loadDemo(api().app)).toBe(false);
    });

    it('leaves the round as its files say', async () => {
      expect(await api().rounds.load('CALL-2026-V')).toEqual(demoRound());
    });

    it('says of everything invented that it is', async () => {
      const { signals, lessons } = await api().data<
        Record<'signals' | 'lessons', { edges: { node: { title: string } }[] }>
      >('{ signals(first: 100) { edges { node { title note } } } lessons(first: 100) { edges { node { title } } } }');
      const texts = [...signals.edges, ...lessons.edges].map(({ node }) => JSON.stringify(node));
      expect(texts.filter((text) => !/fiktiv/.test(text))).toEqual([]);
    });
  });

  describe('on a computer whose clock is before some of it', () => {
    const api = useTestApi(null, new Date('2025-12-01T12:00:00Z'));

    it('brings what has been', async () => {
      expect(await loadDemo(api().app)).toBe(true);
      expect(await api().data(counts)).toMatchObject({ signals: { totalCount: 2 }, lessons: { totalCount: 2 } });
    });
  });
});
