import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

interface Outcome {
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageSv: string;
  }[];
}
const refused = '... on Refused { refusals { code path messageSv } }';
const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describeOnDatabase('follow-up', () => {
  const api = useTestApi(demoRound(), new Date('2026-11-27T12:00:00Z'));
  const demo = demoRound();
  const callId = demo.call.id;
  const mutate = async <Saved>(name: string, type: string, parts: string, input: object) =>
    (
      await api().data<Record<string, Outcome & Saved>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ${refused} ${parts} } }`,
        { input },
      )
    )[name]!;
  interface SavedIndicator {
    readonly indicator?: { readonly id: string; readonly version: number };
  }
  const saveIndicator = (input: object) =>
    mutate<SavedIndicator>(
      'saveIndicator',
      'IndicatorInput',
      '... on IndicatorSaved { indicator { id name unit countsPeople direction target version owner { id } } }',
      input,
    );
  const record = (input: object) =>
    mutate<{ readonly result?: object; readonly indicator?: object }>(
      'recordIndicatorResult',
      'IndicatorResultInput',
      `... on IndicatorResultRecorded { result { date value women men notStated version }
        indicator { attainment(asOf: "2026-11-30") { status share value } } }`,
      input,
    );
  const participants = {
    applicationId: 'SRM-26-001',
    name: 'Deltagare i rådgivningspass',
    unit: 'personer',
    countsPeople: true,
    baseline: 0,
    baselineDate: '2025-10-01',
    target: 20,
    targetDate: '2026-09-30',
    method: 'Deltagarlista',
    ownerActorId: 'REG',
    perspectives: ['gender_equality', 'social'],
  };
  let indicatorId = '';

  describe('an indicator', () => {
    it('is saved with baseline, target, method and owner', async () => {
      const { indicator } = await saveIndicator(participants);
      expect(indicator).toMatchObject({
        name: participants.name,
        unit: 'personer',
        countsPeople: true,
        direction: 'increase',
        target: 20,
        version: 1,
        owner: { id: 'REG' },
      });
      indicatorId = indicator!.id;
    });

    it('takes results by sex whose parts agree, one person at a time', async () => {
      const first = { indicatorId, date: '2026-03-01', value: 6, women: 4, men: 1, notStated: 1 };
      expect(await record(first)).toEqual({
        result: { date: '2026-03-01', value: 6, women: 4, men: 1, notStated: 1, version: 1 },
        indicator: { attainment: { status: 'under_way', share: 0.3, value: 6 } },
      });
      expect(codes(await record(first))).toEqual([['stale', 'expectedVersion']]);
      const wrong = await record({ ...first, value: 7, expectedVersion: 1 });
      expect(codes(wrong)).toEqual([['result-sex-sum', 'value']]);
      expect(wrong.refusals![0]!.messageSv).toBe(
        'Kvinnor, män och ej angivet är tillsammans 6, men värdet är 7. Rätta så att de stämmer.',
      );
      expect(codes(await record({ indicatorId, date: '2025-09-01', value: 6, women: 6 }))).toEqual([
        ['result-before-baseline', 'date'],
        ['result-sex-missing', 'men'],
        ['result-sex-missing', 'notStated'],
      ]);
      expect(codes(await record({ ...first, indicatorId: 'NONE' }))).toEqual([['indicator-unknown', 'indicatorId']]);
    });

    it('takes one of several results recorded at once for one day', async () => {
      const at = { indicatorId, date: '2026-02-01', men: 0, notStated: 0 };
      const counts = [1, 2, 3, 4, 5, 6, 7, 8];
      const outcomes = await Promise.all(counts.map((women) => record({ ...at, value: women, women })));
      expect(outcomes.filter(({ result }) => result)).toHaveLength(1);
      expect(outcomes.flatMap((outcome) => codes(outcome) ?? [])).toEqual(
        Array.from({ length: 7 }, () => ['stale', 'expectedVersion']),
      );
      expect(codes(await record({ indicatorId, date: '2026-02-01', expectedVersion: 1 }))).toBeUndefined();
    });

    it('loses what was recorded when it is taken back, and is without result then', async () => {
      expect((await record({ indicatorId, date: '2026-03-01', expectedVersion: 1 })).indicator).toEqual({
        attainment: { status: 'no_result', share: null, value: null },
      });
      const again = { indicatorId, date: '2026-03-01', value: 12, women: 8, men: 4, notStated: 0, expectedVersion: 2 };
      expect((await record(again)).result).toMatchObject({ value: 12, version: 3 });
    });

    it('is refused with every reason and its place', async () => {
      const wrong = { ...participants, applicationId: 'NONE', name: ' ', target: 0, ownerActorId: 'NOBODY' };
      expect(codes(await saveIndicator(wrong))).toEqual([
        ['text-missing', 'name'],
        ['application-unknown', 'applicationId'],
        ['actor-not-in-register', 'ownerActorId'],
      ]);
      expect(codes(await saveIndicator({ ...participants, target: -1 }))).toEqual([['people-not-whole', 'target']]);
      expect(codes(await saveIndicator({ ...participants, target: 0 }))).toEqual([['indicator-direction', 'target']]);
      expect(codes(await saveIndicator({ ...participants, id: 'NONE', expectedVersion: 1 }))).toEqual([
        ['indicator-unknown', 'id'],
      ]);
    });

    it('is not changed into one its results do not fit, nor by somebody who saw an earlier version', async () => {
      const change = { ...participants, id: indicatorId, countsPeople: false, expectedVersion: 1 };
      expect(codes(await saveIndicator(change))).toEqual([['indicator-results-disagree', 'countsPeople']]);
      const other = { ...participants, id: indicatorId, note: 'Ny', expectedVersion: 1 };
      expect((await saveIndicator(other)).indicator).toMatchObject({ version: 2 });
      expect(codes(await saveIndicator(other))).toEqual([['stale', 'expectedVersion']]);
    });

    it('is loaded with results and attainment in as many statements for one as for all', async () => {
      const count = async (first: number) => {
        api().statements.length = 0;
        await api().data(
          `{ applications(callId: "${callId}", first: ${first}) { edges { node { indicators { results { value } attainment { share } owner { name } }
            projectReports { id } handover { note } lessons { title } } } } }`,
        );
        return api().statements.length;
      };
      expect(await count(42)).toBe(await count(1));
    });
  });

  describe('reports', () => {
    const save = (input: object) =>
      mutate<{ readonly report?: { readonly id: string } }>(
        'saveProjectReport',
        'ProjectReportInput',
        '... on ProjectReportSaved { report { id kind standing submittedDate version } }',
        input,
      );
    const owed = {
      applicationId: 'SRM-26-001',
      kind: 'progress',
      periodFrom: '2025-10-01',
      periodTo: '2026-03-31',
      dueDate: '2026-04-30',
    };
    const overdue = async (asOf: string) =>
      (
        await api().data<{ overdueReports: { daysLate: number; application: { id: string } }[] }>(
          `{ overdueReports(callId: "${callId}", asOf: "${asOf}") { daysLate application { id } report { kind } } }`,
        )
      ).overdueReports;
    let id = '';

    it('are owed, overdue when their day has passed, and come', async () => {
      id = (await save(owed)).report!.id;
      expect(await overdue('2026-04-30')).toEqual([]);
      expect(await overdue('2026-05-10')).toEqual([
        { daysLate: 10, application: { id: 'SRM-26-001' }, report: { kind: 'progress' } },
      ]);
      const came = {
        ...owed,
        id,
        submittedDate: '2026-05-20',
        standing: 'late',
        text: 'Försenad start.',
        expectedVersion: 1,
      };
      expect((await save(came)).report).toMatchObject({ standing: 'late', version: 2 });
      expect(await overdue('2026-05-19')).toHaveLength(1);
      expect(await overdue('2026-05-20')).toEqual([]);
      expect(codes(await save(came))).toEqual([['stale', 'expectedVersion']]);
    });

    it('are refused with every reason and its place', async () => {
      const wrong = {
        ...owed,
        applicationId: 'NONE',
        periodTo: '2025-01-01',
        submittedDate: '9999-01-01',
        standing: 'closed',
      };
      expect(codes(await save(wrong))).toEqual([
        ['report-period-order', 'periodTo'],
        ['date-in-future', 'submittedDate'],
        ['report-standing-kind', 'standing'],
        ['text-missing', 'text'],
        ['application-unknown', 'applicationId'],
      ]);
      expect(codes(await save({ ...owed, standing: 'late' }))).toEqual([['report-not-submitted', 'standing']]);
      expect(codes(await save({ ...owed, id: 'NONE', expectedVersion: 1 }))).toEqual([['report-unknown', 'id']]);
    });

    it('say how the projects of a basis stand, beside their indicators', async () => {
      interface View {
        readonly followUp: {
          readonly counts: object;
          readonly projects: readonly { readonly applicationId: string; readonly standing: string | null }[];
        };
      }
      const view = async (asOf: string) =>
        (
          await api().data<View>(
            `{ followUp(callId: "${callId}", asOf: "${asOf}") { ... on FollowUp { basis { kind }
              counts { onTrack late closed withoutReport overdueReports indicators measured reached notMeasurable withoutIndicator }
              projects { applicationId title standing overdueReports attainments { share indicator { name } } } } } }`,
          )
        ).followUp;
      const late = await view('2026-11-30');
      expect(late.counts).toEqual({
        onTrack: 0,
        late: 1,
        closed: 0,
        withoutReport: 41,
        overdueReports: 0,
        indicators: 1,
        measured: 1,
        reached: 0,
        notMeasurable: 0,
        withoutIndicator: 41,
      });
      expect(late.projects[0]).toMatchObject({
        applicationId: 'SRM-26-001',
        standing: 'late',
        attainments: [{ share: 0.6, indicator: { name: participants.name } }],
      });
      expect((await view('2026-05-10')).counts).toMatchObject({ late: 0, withoutReport: 42, overdueReports: 1 });
    });
  });

  describe('results at risk', () => {
    interface AtRisk extends Outcome {
      readonly projects: number;
      readonly atRisk: number;
      readonly results: readonly {
        readonly applicationId: string;
        readonly isAtRisk: boolean;
        readonly reasons: readonly { readonly code: string; readonly messageSv: string }[];
      }[];
    }
    const atRisk = async (types = '') =>
      (
        await api().data<{ resultsAtRisk: AtRisk }>(
          `{ resultsAtRisk(callId: "${callId}"${types}) { ${refused} ... on ResultsAtRisk { projects atRisk
            results { applicationId isAtRisk reasons { code level messageSv } application { id } } } } }`,
        )
      ).resultsAtRisk;
    const save = (input: object) =>
      mutate<{ readonly handover?: object }>(
        'saveHandover',
        'HandoverInput',
        '... on HandoverSaved { handover { runningCostAfterSek isKeyPersonDependent version runningCostOwner { id } } }',
        { applicationId: 'SRM-26-001', ...input },
      );
    const reasons = async (id: string) =>
      (await atRisk()).results.find(({ applicationId }) => applicationId === id)?.reasons.map(({ code }) => code) ?? [];

    it('have their reasons, and lose them as they are answered', async () => {
      const { projects, results } = await atRisk();
      const implementation = demo.applications.filter(({ project }) => project.projectType === 'implementation');
      expect(projects).toBe(implementation.length);
      const none = implementation.filter(({ project }) => project.receivingStructure === 'no').map(({ id }) => id);
      const told = results.filter(({ reasons: list }) =>
        list.some(({ code }) => code === 'risk-no-receiving-structure'),
      );
      expect(told.map(({ applicationId }) => applicationId).sort()).toEqual(none);
      expect(await reasons('SRM-26-001')).toEqual(['risk-running-cost-not-stated', 'risk-key-person-not-stated']);
      const stated = { runningCostAfterSek: 350_000, isKeyPersonDependent: false };
      expect((await save(stated)).handover).toEqual({ ...stated, version: 1, runningCostOwner: null });
      const { messageSv } = (await atRisk()).results.find(({ applicationId }) => applicationId === 'SRM-26-001')!
        .reasons[0]!;
      expect(plain(messageSv)).toBe(
        'Resultatet kostar 350 000 kr om året att hålla igång, och ingen har tagit på sig det.',
      );
      await save({ ...stated, runningCostOwnerActorId: 'REG', expectedVersion: 1 });
      expect(await reasons('SRM-26-001')).toEqual([]);
      expect((await atRisk(', projectTypes: [prestudy]')).projects).toBe(demo.applications.length - projects);
    });

    it('are refused what cannot be, and an edit from an earlier version', async () => {
      expect(codes(await save({ isKeyPersonDependent: true }))).toEqual([['stale', 'expectedVersion']]);
      const wrong = {
        applicationId: 'NONE',
        takeoverYear: 26,
        runningCostAfterSek: -1,
        runningCostOwnerActorId: 'NOBODY',
      };
      expect(codes(await save(wrong))).toEqual([
        ['year-not-possible', 'takeoverYear'],
        ['amount-negative', 'runningCostAfterSek'],
        ['actor-not-in-register', 'runningCostOwnerActorId'],
        ['application-unknown', 'applicationId'],
      ]);
    });
  });

  describe('lessons', () => {
    const save = (input: object) =>
      mutate<{ readonly lesson?: { readonly id: string } }>(
        'saveLesson',
        'LessonInput',
        '... on LessonSaved { lesson { id title version application { id } usedByApplications { id } } }',
        input,
      );
    const titles = async (filter: object) =>
      (
        await api().data<{ lessons: { totalCount: number; edges: { node: { title: string } }[] } }>(
          'query($filter: LessonFilter) { lessons(first: 10, filter: $filter) { totalCount edges { node { title } } } }',
          { filter },
        )
      ).lessons.edges.map(({ node }) => node.title);
    const lesson = {
      title: 'Förankra före ansökan',
      text: 'Nämnden behöver två månader. Börja med beslutet.',
      themes: ['political_anchoring'],
      cyclePhases: ['foresight_idea', 'application'],
      applicationId: 'SRM-26-001',
      learntDate: '2026-06-01',
    };

    it('are kept, found by theme, phase, project and words, and used again', async () => {
      const { lesson: saved } = await save(lesson);
      expect(saved).toMatchObject({ version: 1, application: { id: 'SRM-26-001' }, usedByApplications: [] });
      await save({
        ...lesson,
        title: 'Dela ekonomen',
        text: 'Tre kommuner räcker.',
        themes: ['project_finance'],
        cyclePhases: ['implementation'],
        applicationId: null,
        learntDate: '2026-07-01',
      });
      expect(await titles({})).toEqual(['Dela ekonomen', 'Förankra före ansökan']);
      expect(await titles({ themes: ['political_anchoring', 'x'] })).toEqual(['Förankra före ansökan']);
      expect(await titles({ cyclePhases: ['implementation'] })).toEqual(['Dela ekonomen']);
      expect(await titles({ search: 'BÖRJA nämnden' })).toEqual(['Förankra före ansökan']);
      expect(await titles({ applicationIds: ['SRM-26-002'] })).toEqual([]);
      const used = { ...lesson, id: saved!.id, usedByApplicationIds: ['SRM-26-002'], expectedVersion: 1 };
      expect((await save(used)).lesson).toMatchObject({ version: 2, usedByApplications: [{ id: 'SRM-26-002' }] });
      expect(await titles({ applicationIds: ['SRM-26-002'] })).toEqual(['Förankra före ansökan']);
      expect(codes(await save(used))).toEqual([['stale', 'expectedVersion']]);
    });

    it('are refused with every reason and its place', async () => {
      const wrong = {
        ...lesson,
        title: '',
        themes: ['a', ' ', 'a'],
        usedByApplicationIds: ['NONE'],
        learntDate: '9999-01-01',
      };
      expect(codes(await save(wrong))).toEqual([
        ['text-missing', 'title'],
        ['text-missing', 'themes.1'],
        ['date-in-future', 'learntDate'],
        ['listed-twice', 'themes.2'],
        ['application-unknown', 'usedByApplicationIds.0'],
      ]);
      expect(codes(await save({ ...lesson, id: 'NONE', expectedVersion: 1 }))).toEqual([['lesson-unknown', 'id']]);
    });
  });

  describe('statistics by sex', () => {
    const statistics = async (args: string) =>
      (
        await api().data<{ sexStatistics: Outcome & { total?: object; withoutResult?: number } }>(
          `{ sexStatistics(${args}) { ${refused} ... on SexStatistics { total { women men notStated total shareWomen isSmall hasSmallGroup }
            byApplication { applicationId } byIndicator { indicatorId } withoutResult } } }`,
        )
      ).sexStatistics;

    it('give percentages on enough people, and none on few', async () => {
      expect((await statistics('asOf: "2026-11-30"')).total).toEqual({
        women: 8,
        men: 4,
        notStated: 0,
        total: 12,
        shareWomen: 8 / 12,
        isSmall: false,
        hasSmallGroup: true,
      });
      expect((await statistics(`callId: "${callId}", asOf: "2026-11-30", smallestCount: 13`)).total).toMatchObject({
        shareWomen: null,
        isSmall: true,
      });
      expect(await statistics('callId: "OTHER", asOf: "2026-11-30"')).toMatchObject({
        byIndicator: [],
        withoutResult: 0,
      });
      expect(codes(await statistics('smallestCount: 0'))).toEqual([['smallest-count', 'smallestCount']]);
    });
  });

  describe('the annual report', () => {
    interface Report extends Outcome {
      readonly areasAreOurReading: boolean;
      readonly sections: readonly {
        readonly heading: string;
        readonly place: string;
        readonly applicationIds: readonly string[];
        readonly figures: readonly { readonly messageSv: string; readonly messageEn: string }[];
        readonly attainments: readonly { readonly indicator: { readonly name: string } }[];
      }[];
    }
    const report = async (args: string) =>
      (
        await api().data<{ annualReport: Report }>(
          `{ annualReport(callId: "${callId}", ${args}) { ${refused} ... on AnnualReport { basis { kind isExample } citation dueSv areasAreOurReading
            sections { heading place titleSv applicationIds figures { code params messageSv messageEn } attainments { share indicator { name } } } } } }`,
        )
      ).annualReport;
    const sentences = ({ sections }: Report, heading: string) =>
      sections.find((section) => section.heading === heading)!.figures.map(({ messageSv }) => plain(messageSv));

    it('has the headings of 8 and 9 §§ with what the data hold', async () => {
      const made = await report('year: 2026');
      expect(made.sections.map(({ place }) => place)).toEqual([
        '8 § första stycket 1 a',
        '8 § första stycket 1 b',
        '8 § första stycket 1 c',
        '8 § första stycket 1 d',
        '8 § första stycket 2',
        '8 § första stycket 3',
        '8 § andra stycket',
        '9 § första stycket 1',
        '9 § första stycket 2',
        '9 § första stycket 3',
        '9 § första stycket 4',
        '9 § andra stycket',
      ]);
      expect(sentences(made, '9-1')[0]).toBe(
        'Alla 42 ansökningar, som tillsammans söker 63 720 000 kr: underlaget är varken förslag eller beslut.',
      );
      expect(sentences(made, '9-4')[0]).toBe(
        '8 kvinnor, 4 män och 0 utan angivet kön i projekten (deltaganden, inte unika personer). 66,7 procent kvinnor av dem med angivet kön. 0 av indikatorerna har inget resultat.',
      );
      expect(sentences(made, '9-2')[0]).toBe('Kriteriet ”Stärker tidiga faser av projektutveckling” väger 20 procent.');
      expect(sentences(made, '8-3')[0]).toContain('Sökta pengar når 9 av 9 kommuner');
      const area = made.sections.find(({ heading }) => heading === '8-1c')!;
      expect(area.applicationIds).toContain('SRM-26-001');
      expect(area.attainments).toMatchObject([{ share: 0.6, indicator: { name: participants.name } }]);
      expect(made.areasAreOurReading).toBe(true);
    });

    it('has every figure in words, in both languages', async () => {
      const { sections } = await report('year: 2026');
      const texts = sections.flatMap(({ figures }) =>
        figures.flatMap((figure) => [figure.messageSv, figure.messageEn]),
      );
      expect(texts.filter((text) => /annual-|\?|undefined|NaN/.test(text))).toEqual([]);
    });

    it('puts priorities under the areas the reader says', async () => {
      const made = await report('year: 2026, areas: [{ priorityId: "P5", area: skills }]');
      expect(made.areasAreOurReading).toBe(false);
      const count = (heading: string) =>
        made.sections.find((section) => section.heading === heading)!.applicationIds.length;
      expect(count('8-1b')).toBe(demo.applications.filter(({ project }) => project.strategyPriorityId === 'P5').length);
      expect(count('8-1c')).toBe(0);
    });

    it('is refused with every reason and its place', async () => {
      const wrong = await report(
        'year: 26, smallestCount: 0, areas: [{ priorityId: "P9", area: skills }, { priorityId: "P9", area: skills }]',
      );
      expect(codes(wrong)).toEqual([
        ['year-not-possible', 'year'],
        ['smallest-count', 'smallestCount'],
        ['priority-unknown', 'areas.0.priorityId'],
        ['priority-unknown', 'areas.1.priorityId'],
        ['listed-twice', 'areas.1.priorityId'],
      ]);
      expect(codes(await report('year: 2026, scenarioId: "NONE"'))).toEqual([['scenario-unknown', 'scenarioId']]);
    });
  });
});
