import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

interface Outcome {
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}
const refused = '... on Refused { refusals { code path } }';
const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describeOnDatabase('horizon scanning', () => {
  const api = useTestApi(demoRound(), new Date('2026-11-27T12:00:00Z'));
  const demo = demoRound();
  const callId = demo.call.id;
  const saveSignal = async (input: object) =>
    (
      await api().data<{ saveSignal: Outcome & { signal?: { readonly id: string } } }>(
        `mutation($input: SignalInput!) { saveSignal(input: $input) { ${refused} ... on SignalSaved { signal {
          id kind title theme date deadline status importance readiness version call { id } } } } }`,
        { input },
      )
    ).saveSignal;
  const energy = {
    kind: 'call',
    title: 'Energimyndigheten öppnar för elnät',
    source: 'energimyndigheten.se',
    theme: 'energy',
    date: '2026-03-24',
    deadline: '2026-04-10',
    link: 'https://www.energimyndigheten.se/utlysningar',
  };

  describe('signals', () => {
    let id = '';

    it('are saved and changed by whoever saw the version there is', async () => {
      const saved = await saveSignal({ ...energy, callId });
      expect(saved.signal).toMatchObject({ title: energy.title, status: 'new', version: 1, call: { id: callId } });
      id = saved.signal!.id;
      const change = { ...energy, id, status: 'watched', importance: 5, readiness: 2, expectedVersion: 1 };
      expect((await saveSignal(change)).signal).toMatchObject({
        status: 'watched',
        importance: 5,
        version: 2,
        call: null,
      });
      expect(codes(await saveSignal(change))).toEqual([['stale', 'expectedVersion']]);
    });

    it('are refused with every reason and its place', async () => {
      const wrong = { ...energy, title: ' ', date: '9999-01-01', link: 'energi', callId: 'NONE', importance: 6 };
      expect(codes(await saveSignal(wrong))).toEqual([
        ['text-missing', 'title'],
        ['date-in-future', 'date'],
        ['link-form', 'link'],
        ['mark-outside-scale', 'importance'],
        ['call-unknown', 'callId'],
      ]);
      expect(codes(await saveSignal({ ...energy, id: 'NONE', expectedVersion: 1 }))).toEqual([
        ['signal-unknown', 'id'],
      ]);
      expect(codes(await saveSignal({ ...energy, expectedVersion: 1 }))).toEqual([['stale', 'expectedVersion']]);
    });

    it('are read page by page, the latest first, through a filter', async () => {
      for (const [title, date, theme, status] of [
        ['Ny AI-förordning', '2026-03-30', 'ai_public_sector', 'new'],
        ['Rykte om vattenstöd', '2026-03-02', null, 'dismissed'],
        ['Interreg öppnar', '2026-03-24', 'energy', 'new'],
      ])
        await saveSignal({ kind: 'other', title, source: 'nyhetsbrev', date, theme, status });
      const page = async (variables: object) =>
        (
          await api().data<{
            signals: {
              readonly totalCount: number;
              readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
              readonly edges: readonly { readonly node: { readonly title: string; readonly date: string } }[];
            };
          }>(
            `query($first: Int!, $after: String, $filter: SignalFilter) { signals(first: $first, after: $after, filter: $filter) {
              totalCount pageInfo { endCursor hasNextPage } edges { node { title date } } } }`,
            { first: 100, ...variables },
          )
        ).signals;
      const all = await page({});
      expect(all.totalCount).toBe(4);
      expect(all.edges.map(({ node }) => node.date)).toEqual(['2026-03-30', '2026-03-24', '2026-03-24', '2026-03-02']);
      const seen: string[] = [];
      for (let after: string | null = null; ;) {
        const { edges, pageInfo }: Awaited<ReturnType<typeof page>> = await page({ first: 1, after });
        seen.push(...edges.map(({ node }) => node.title));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(seen).toEqual(all.edges.map(({ node }) => node.title));
      const titles = async (filter: object) => (await page({ filter })).edges.map(({ node }) => node.title);
      expect(await titles({ themes: ['ai_public_sector'] })).toEqual(['Ny AI-förordning']);
      expect(await titles({ statuses: ['dismissed'], from: '2026-03-02', to: '2026-03-02' })).toEqual([
        'Rykte om vattenstöd',
      ]);
      expect(await titles({ search: 'OPPNAR energi', kinds: ['call'] })).toEqual([]);
      expect(await titles({ search: 'öppnar ENERGI', kinds: ['call'] })).toEqual([energy.title]);
      expect(await titles({ callIds: [callId] })).toEqual([]);
    });

    it('are not read on from a cursor that is not theirs, nor from a day that is none', async () => {
      const cursor = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
      for (const after of ['xx', cursor('lesson', '2026-03-01', 'a'), cursor('signal', '2026-02-30', 'a')]) {
        const { errors } = await api().ask('query($after: String) { signals(after: $after) { totalCount } }', {
          after,
        });
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', reason: 'cursor-invalid' });
      }
    });

    it('are gathered by week, with what must be done when, and written as a letter', async () => {
      interface Summary extends Outcome {
        readonly label: string;
        readonly byTheme: readonly { readonly theme: string | null; readonly signals: readonly { title: string }[] }[];
        readonly comingDeadlines: readonly { readonly days: number }[];
        readonly letter: { readonly subject: string; readonly text: string };
      }
      const parts = `${refused} ... on ForesightSummary { label byTheme { theme signals { title } } comingDeadlines { days deadline }
        passedSignalIds callIds letter(language: sv) { subject text } }`;
      const { weeklySignals: week } = await api().data<{ weeklySignals: Summary }>(
        `{ weeklySignals(day: "2026-03-26") { ${parts} } }`,
      );
      expect(week).toMatchObject({ label: '2026-W13', callIds: [callId], passedSignalIds: [] });
      expect(week.byTheme.map(({ theme, signals }) => [theme, signals.map(({ title }) => title).sort()])).toEqual([
        ['energy', [energy.title, 'Interreg öppnar']],
      ]);
      expect(week.comingDeadlines).toEqual([{ days: 12, deadline: '2026-04-10' }]);
      expect(plain(week.letter.text)).toContain('10 april 2026, om 12 dagar: Energimyndigheten öppnar för elnät.');
      expect(week.letter.subject).toBe('Omvärldsbevakning vecka 13 2026');
      const { monthlySummary: month } = await api().data<{ monthlySummary: Summary }>(
        `{ monthlySummary(month: "2026-03") { ${parts} } }`,
      );
      expect(month.byTheme.map(({ theme }) => theme)).toEqual(['ai_public_sector', 'energy']);
      expect(plain(month.letter.text)).toContain(
        'Utlysning 1:1-medel våren 2026 (fiktivt exempel) [exempel]: öppen, öppnar 1 februari 2026, stänger 31 mars 2026.',
      );
      const near = await api().data<{ weeklySignals: Summary }>(
        `{ weeklySignals(day: "2026-03-26", lookAheadDays: 11) { ${parts} } }`,
      );
      expect(near.weeklySignals.comingDeadlines).toEqual([]);
      const far = await api().data<{ weeklySignals: Summary }>(
        `{ weeklySignals(day: "2026-03-26", lookAheadDays: 0) { ${parts} } }`,
      );
      expect(codes(far.weeklySignals)).toEqual([['days-out-of-range', 'lookAheadDays']]);
    });

    it('are placed on the matrix by their marks; without marks nowhere', async () => {
      const { signalMatrix } = await api().data<{
        signalMatrix: { signals: readonly { readonly quadrant: string | null; readonly signal: { title: string } }[] };
      }>(
        '{ signalMatrix(importanceLine: 0.5, readinessLine: 0.5) { ... on SignalMatrix { signals { quadrant importance readiness signal { title } } } } }',
      );
      expect(signalMatrix.signals).toHaveLength(3);
      expect(signalMatrix.signals.filter(({ quadrant }) => quadrant !== null)).toEqual([
        { quadrant: 'prepare', importance: 1, readiness: 0.4, signal: { title: energy.title } },
      ]);
    });
  });

  describe('lead times', () => {
    interface Report {
      readonly wantedMonths: number | null;
      readonly shortCount: number;
      readonly unknownCount: number;
      readonly leadTimes: readonly {
        readonly municipality: { readonly name: string };
        readonly months: number;
        readonly isShort: boolean;
        readonly isNoted: boolean;
        readonly notedVersion: number | null;
        readonly messageSv: string | null;
      }[];
    }
    const report = async (asOf: string) =>
      (
        await api().data<{ leadTimes: Report }>(
          `{ leadTimes(callId: "${callId}", asOf: "${asOf}") { wantedMonths source { citation } shortCount unknownCount
            leadTimes { municipality { name } months isShort isNoted notedVersion messageSv } } }`,
        )
      ).leadTimes;
    const record = async (input: object) =>
      (
        await api().data<{ recordCallKnown: Outcome & { callKnown?: object } }>(
          `mutation($input: CallKnownInput!) { recordCallKnown(input: $input) { ${refused} ... on CallKnownSaved { callKnown { date version } } } }`,
          { input: { callId, municipalityCode: '0482', ...input } },
        )
      ).recordCallKnown;

    it("count from the call's own day until a municipality's is noted, and warn under half a year", async () => {
      const before = await report('2026-03-01');
      expect(before).toMatchObject({ wantedMonths: 6, shortCount: 0, unknownCount: 0 });
      expect(before.leadTimes).toHaveLength(9);
      expect((await record({ date: '2026-02-10', source: 'Möte' })).callKnown).toEqual({
        date: '2026-02-10',
        version: 1,
      });
      const after = await report('2026-03-01');
      expect(after.shortCount).toBe(1);
      expect(after.leadTimes.find(({ municipality }) => municipality.name === 'Flen')).toEqual({
        municipality: { name: 'Flen' },
        months: 1,
        isShort: true,
        isNoted: true,
        notedVersion: 1,
        messageSv:
          'Flen fick veta om Utlysning 1:1-medel våren 2026 (fiktivt exempel) 2026-02-10, 1 hel månad före sista dag 2026-03-31. Regelboken begär 6.',
      });
    });

    it('are noted by one person at a time, and can be taken back', async () => {
      expect(codes(await record({ date: '2026-01-01' }))).toEqual([['stale', 'expectedVersion']]);
      expect((await record({ expectedVersion: 1 })).callKnown).toEqual({ date: null, version: 2 });
      expect((await report('2026-03-01')).shortCount).toBe(0);
      expect(codes(await record({ date: '2025-01-01', expectedVersion: 1 }))).toEqual([['stale', 'expectedVersion']]);
      expect(codes(await record({ callId: 'NONE', municipalityCode: '9999', date: '9999-01-01' }))).toEqual([
        ['call-unknown', 'callId'],
        ['municipality-not-in-register', 'municipalityCode'],
        ['date-in-future', 'date'],
      ]);
    });

    it('are measured by the figure of the day', async () => {
      const { application } = await api().data<{ application: { gate: { ruleBookVersion: string } } }>(
        '{ application(id: "SRM-26-001") { gate { ruleBookVersion } } }',
      );
      const { setRuleFigure } = await api().data<{ setRuleFigure: Outcome }>(
        `mutation($input: RuleFigureInput!) { setRuleFigure(input: $input) { ${refused} } }`,
        {
          input: {
            parameterId: 'call_lead_time_months',
            value: 9,
            validFrom: '2027-01-01',
            scope: 'regional_practice',
            source: { citation: 'Nämnden', text: 'Nio månader', isVerified: true },
            reason: 'Prov',
            madeBy: 'Prov',
            expectedVersion: application.gate.ruleBookVersion,
          },
        },
      );
      expect(setRuleFigure.refusals).toBeUndefined();
      expect(await report('2026-12-31')).toMatchObject({ wantedMonths: 6, shortCount: 0 });
      expect(await report('2027-01-01')).toMatchObject({ wantedMonths: 9, shortCount: 9 });
      expect(await report('2022-01-01')).toMatchObject({ wantedMonths: null, leadTimes: [] });
    });
  });

  describe('the prioritisation matrix of a call', () => {
    interface Matrix extends Outcome {
      readonly applications: readonly {
        readonly applicationId: string;
        readonly importance: number | null;
        readonly readiness: number | null;
        readonly quadrant: string | null;
        readonly readinessParts: readonly { readonly part: string; readonly value: number | null }[];
      }[];
    }
    const matrix = async (lines = '') =>
      (
        await api().data<{ priorityMatrix: Matrix }>(
          `{ priorityMatrix(callId: "${callId}"${lines}) { ${refused} ... on ApplicationMatrix { applications {
            applicationId importance readiness quadrant readinessParts { part value } } } } }`,
        )
      ).priorityMatrix;

    it('places every application by its score and readiness', async () => {
      const { applications } = await matrix();
      expect(applications).toHaveLength(42);
      for (const { importance, readiness, quadrant } of applications)
        if (importance !== null && readiness !== null)
          expect(quadrant).toBe(
            importance >= 0.5 ? (readiness >= 0.5 ? 'do_now' : 'prepare') : readiness >= 0.5 ? 'if_room' : 'set_aside',
          );
      const { scores } = await api().data<{ scores: { applications: readonly { score: number }[] } }>(
        `{ scores(callId: "${callId}") { ... on Scores { applications { applicationId score } } } }`,
      );
      expect(applications.map(({ importance }) => importance)).toEqual(scores.applications.map(({ score }) => score));
    });

    it('moves with the lines and the axis', async () => {
      const count = async (lines: string, quadrant: string) =>
        (await matrix(lines)).applications.filter((item) => item.quadrant === quadrant).length;
      expect(await count(', importanceLine: 0, readinessLine: 0', 'do_now')).toBe(42);
      expect(await count(', importanceLine: 1, readinessLine: 1', 'do_now')).toBe(0);
      const dearest = [...demo.applications].sort((a, b) => b.project.totalCostSek - a.project.totalCostSek)[0]!;
      const { applications } = await matrix(', secondAxis: ease');
      expect(applications.find(({ applicationId }) => applicationId === dearest.id)?.readiness).toBe(0);
      expect(codes(await matrix(', importanceLine: 1.5, readinessLine: -1'))).toEqual([
        ['share-out-of-range', 'importanceLine'],
        ['share-out-of-range', 'readinessLine'],
      ]);
    });
  });
});
