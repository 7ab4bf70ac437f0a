import { availableSek, fingerprint, sumSek } from '@fordela/domain';
import { demoFiles, demoRound } from '../../../../test/support/demo-round';
import { readCommaFiles, readCommaFilesLeniently } from './comma-files';

const change = (file: string, from: string | RegExp, to: string) => {
  const files = demoFiles();
  const text = files[file] as string;
  expect(text.search(from)).toBeGreaterThanOrEqual(0);
  return { ...files, [file]: text.replace(from, to) };
};

describe('readCommaFiles on the demonstration portfolio', () => {
  const round = demoRound();

  it('reads what the folder says it holds', () => {
    expect(round.applications).toHaveLength(42);
    expect(sumSek(round.applications.map((item) => item.requestedSek))).toBe(63_720_000);
    expect(sumSek(round.applications.map((item) => item.project.totalCostSek))).toBe(150_300_000);
    expect(round.budgetFrames.map(availableSek)).toEqual([1_000_000, 10_500_000, 9_000_000, 3_500_000]);
    expect(round.ratings).toHaveLength(1000);
    expect(round.ratings.filter((item) => item.rating === null)).toHaveLength(2);
    expect(round.call).toMatchObject({ id: 'CALL-2026-V', decisionDate: '2026-06-15', isExample: true });
    expect(round.municipalities.map((item) => item.code)[0]).toBe('0428');
    expect(round.municipalities[0]).toMatchObject({ population: 8981, populationDate: '2022-12-31' });
  });

  it('reads a project with its partners, phases and financing', () => {
    const project = round.applications[0]?.project;
    expect(project?.partners[0]).toEqual({ actorId: 'REG', role: 'lead_partner', costSharePct: 70 });
    expect(project?.phases.map((phase) => phase.cyclePhase)).toEqual([
      'foresight_idea',
      'application',
      'implementation',
      'closure',
    ]);
    expect(project?.financing[0]).toEqual({
      financingNo: 1,
      sourceType: 'state_1_1',
      financierActorId: 'REG-FIN',
      kind: 'cash',
      status: 'applied',
      amounts: [
        { year: 2026, amountSek: 343_000 },
        { year: 2027, amountSek: 1_321_000 },
        { year: 2028, amountSek: 936_000 },
      ],
    });
  });

  it('gives the same bytes whatever the order of rows and columns', () => {
    const files = demoFiles();
    const turned = Object.fromEntries(
      Object.entries(files).map(([name, text]) => {
        const [header, ...rows] = text.trimEnd().split('\n');
        return [name, [header, ...rows.reverse()].join('\r\n')];
      }),
    );
    const read = readCommaFiles(turned);
    expect(read.ok && fingerprint(read.value)).toBe(fingerprint(round));
  });

  it('reads the files that Excel saved again with semicolons', () => {
    const files = demoFiles();
    const read = readCommaFiles({ ...files, 'budget.csv': (files['budget.csv'] as string).replaceAll(',', ';') });
    expect(read.ok && fingerprint(read.value)).toBe(fingerprint(round));
  });
});

describe('bad comma files', () => {
  const firstError = (files: Record<string, string>) => {
    const read = readCommaFiles(files);
    return read.ok ? null : read.refusal[0];
  };

  it.each([
    ['applications.csv', ',5200000,', ',5 200 000,', 'number-not-whole', ['applications.csv', 1, 'total_cost_sek']],
    [
      'applications.csv',
      ',2026-10,2028-09,',
      ',2026-13,2028-09,',
      'month-not-understood',
      ['applications.csv', 1, 'start_month'],
    ],
    [
      'applications.csv',
      ',2026-03-13,',
      ',2026-02-30,',
      'date-not-understood',
      ['applications.csv', 1, 'received_date'],
    ],
    ['applications.csv', ',REG,public', ',REGG,public', 'reference-unknown', ['applications.csv', 1, 'lead_actor_id']],
    ['applications.csv', 'implementation', 'genomförande', 'choice-unknown', ['applications.csv', 1, 'project_type']],
    ['partners.csv', 'SRM-26-001,REG,', 'SRM-26-999,REG,', 'reference-unknown', ['partners.csv', 1, 'application_id']],
    ['partners.csv', 'SRM-26-001,MDU,', 'SRM-26-001,REG,', 'key-twice', ['partners.csv', 2, 'application_id']],
    ['phases.csv', ',1144000', ',1144001', 'row-sum-differs', ['phases.csv', 1, 'cost_total_sek']],
    [
      'financing.csv',
      '1,state_1_1,REG-FIN,cash,applied,2027',
      '1,eruf,REG-FIN,cash,applied,2027',
      'financing-line-differs',
      ['financing.csv', 2, 'financing_no'],
    ],
    ['ratings.csv', 'R01,C1,5', 'R01,C1,fem', 'number-not-decimal', ['ratings.csv', 1, 'rating']],
    ['ratings.csv', 'R01,C1', 'R01,C9', 'reference-unknown', ['ratings.csv', 1, 'criterion_id']],
    ['budget.csv', '1000000', '1000001', 'row-sum-differs', ['budget.csv', 1, 'available_for_this_call_sek']],
    ['budget.csv', 'year,', 'ar,', 'column-missing', ['budget.csv', 0]],
    ['actors.csv', 'Almi', '"Almi', 'csv-quote-not-closed', ['actors.csv', 19]],
    ['calls.csv', '2026-06-15', '', 'cell-required', ['calls.csv', 1, 'decision_date']],
    ['reviewers.csv', 'Handläggare', 'Handl\uFFFDggare', 'encoding-lost', ['reviewers.csv', 1]],
  ])('%s: %s → %s is refused with its place', (file, from, to, code, path) => {
    expect(firstError(change(file, from, to))).toMatchObject({ code, path });
  });

  it('leaves out the application whose row is wrong and keeps the others', () => {
    const reading = readCommaFilesLeniently(change('financing.csv', ',1321000', ',1 321 000'));
    expect(reading.brokenApplicationIds).toEqual(['SRM-26-001']);
    expect(reading.round?.applications).toHaveLength(41);
    expect(reading.findings.filter((finding) => finding.severity === 'error')).toEqual([
      expect.objectContaining({
        code: 'number-not-whole',
        file: 'financing.csv',
        row: 3,
        column: 'amount_sek',
        columnLetter: 'H',
        applicationId: 'SRM-26-001',
        read: '1 321 000',
      }),
    ]);
  });

  it('says which file is missing, and takes what is there from an existing round', () => {
    const files = demoFiles();
    const { 'criteria.csv': _criteria, ...rest } = files;
    expect(firstError(rest)).toMatchObject({ code: 'reference-unknown' });
    expect(readCommaFilesLeniently(rest).findings.map((finding) => finding.code)).toContain('file-missing');
    const onlyRatings = readCommaFiles({ 'ratings.csv': files['ratings.csv'] as string }, { existing: demoRound() });
    expect(onlyRatings.ok && fingerprint(onlyRatings.value)).toBe(fingerprint(demoRound()));
  });

  it('skips a row that is repeated word for word, with a note, and reports unknown columns and files', () => {
    const files = change('reviewers.csv', /$/, 'R01,Granskare 1,REG-FIN,Handläggare 1:1-medel\n');
    const withMore = {
      ...files,
      'extra.csv': 'a\n1\n',
      'criteria.csv': (files['criteria.csv'] as string)
        .replace('criterion_id,', 'criterion_id,')
        .replace('report_reference', 'rapport'),
    };
    const reading = readCommaFilesLeniently(withMore);
    expect(reading.findings.map(({ code, file }) => [code, file])).toEqual(
      expect.arrayContaining([
        ['file-unknown', 'extra.csv'],
        ['column-unknown', 'criteria.csv'],
        ['row-repeated', 'reviewers.csv'],
      ]),
    );
    expect(reading.round?.reviewers).toHaveLength(7);
  });
});
