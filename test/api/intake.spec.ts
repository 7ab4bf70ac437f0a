import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { canonicalJson } from '@fordela/domain';
import { describeOnDatabase } from '../support/database';
import { demoFiles, demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;
const longMs = 90_000;
const folder = resolve(__dirname, '../../demo/data');
const base64 = (content: Buffer | string) => Buffer.from(content).toString('base64');
const sheet = readFileSync(`${folder}/ansokningar-sv.csv`);
const commaFiles = () => Object.entries(demoFiles()).map(([name, text]) => ({ name, contentBase64: base64(text) }));

interface Preview {
  readonly id: string;
  readonly callId: string;
  readonly counts: {
    readonly ok: number;
    readonly needsAttention: number;
    readonly error: number;
    readonly skipped: number;
  };
  readonly rows: readonly {
    readonly rowId: string;
    readonly row: number;
    readonly status: string;
    readonly effect: string | null;
    readonly applicationId: string | null;
    readonly changes: readonly { readonly field: string }[];
    readonly findings: readonly {
      readonly code: string;
      readonly severity: string;
      readonly columnLetter: string | null;
      readonly read: string | null;
      readonly messageSv: string;
      readonly remedySv: string | null;
    }[];
  }[];
}
interface Outcome {
  readonly preview?: Preview;
  readonly createdIds?: readonly string[];
  readonly updatedIds?: readonly string[];
  readonly unchangedIds?: readonly string[];
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}

describeOnDatabase('import', () => {
  const api = useTestApi();
  beforeEach(() => api().rounds.save(demo));
  const preview = async (input: object) =>
    (
      await api().data<{ previewImport: Outcome }>(
        `mutation($input: PreviewImportInput!) { previewImport(input: $input) {
          ... on Refused { refusals { code path } }
          ... on ImportPreviewed { preview { id callId counts { ok needsAttention error skipped }
            rows { rowId row status effect applicationId changes { field } findings { code severity columnLetter read messageSv remedySv } } } } } }`,
        { input },
      )
    ).previewImport;
  const commit = async (previewId: string, rowIds: readonly string[]) =>
    (
      await api().data<{ commitImport: Outcome }>(
        `mutation($previewId: ID!, $rowIds: [ID!]!) { commitImport(previewId: $previewId, rowIds: $rowIds) {
          ... on Refused { refusals { code path } } ... on ImportCommitted { createdIds updatedIds unchangedIds } } }`,
        { previewId, rowIds },
      )
    ).commitImport;
  const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);
  const spreadsheet = (content: Buffer = sheet, more: object = {}) =>
    preview({
      kind: 'spreadsheet',
      callId,
      files: [{ name: 'ansokningar-sv.csv', contentBase64: base64(content) }],
      ...more,
    });
  const round = () => api().rounds.load(callId);

  describe('of a spreadsheet', () => {
    it(
      'says of every row what saving would do, cell by cell, and saves nothing',
      async () => {
        const { preview: read } = await spreadsheet();
        expect(read!.counts).toEqual({ ok: 39, needsAttention: 3, error: 0, skipped: 5 });
        expect(read!.rows.map(({ row }) => row)).toEqual([...read!.rows.map(({ row }) => row)].sort((a, b) => a - b));
        const misspelt = read!.rows.find(({ applicationId }) => applicationId === 'SRM-26-033')!;
        expect(misspelt).toMatchObject({
          status: 'needs_attention',
          effect: 'updates',
          changes: [{ field: 'project.municipalityCodes' }],
        });
        expect(misspelt.findings).toContainEqual(
          expect.objectContaining({
            severity: 'warning',
            columnLetter: 'I',
            messageSv: expect.stringContaining('Oxelösundd'),
          }),
        );
        expect(canonicalJson(await round())).toBe(canonicalJson(demo));
      },
      longMs,
    );

    it(
      'saves the rows chosen, all of them, once; a second import changes nothing',
      async () => {
        const { preview: read } = await spreadsheet();
        const rowIds = read!.rows
          .filter(({ status }) => status === 'ok' || status === 'needs_attention')
          .map(({ rowId }) => rowId);
        const done = await commit(read!.id, rowIds);
        expect([done.createdIds, done.updatedIds]).toEqual([[], ['SRM-26-033', 'SRM-26-035']]);
        expect(done.unchangedIds).toHaveLength(40);
        const stored = await round();
        expect(stored.applications).toHaveLength(42);
        expect(stored.applications.find(({ id }) => id === 'SRM-26-033')!.project.municipalityCodes).toContain('0481');
        // What the spreadsheet has no column for is as it was.
        expect(canonicalJson(stored.ratings)).toBe(canonicalJson(demo.ratings));
        expect(codes(await commit(read!.id, rowIds))).toEqual([['import-already-saved', 'previewId']]);
        const again = await spreadsheet();
        expect(again.preview!.rows.filter(({ effect }) => effect === 'updates' || effect === 'creates')).toEqual([]);
      },
      longMs,
    );

    it(
      'saves nothing at all when one of the rows chosen cannot be',
      async () => {
        const { preview: read } = await spreadsheet();
        expect(codes(await commit(read!.id, ['r38', 'r1', 'r999']))).toEqual([
          ['import-row-not-savable', 'rowIds.1'],
          ['import-row-unknown', 'rowIds.2'],
        ]);
        expect(canonicalJson(await round())).toBe(canonicalJson(demo));
      },
      longMs,
    );

    it(
      'does not overwrite what somebody has changed since it was read',
      async () => {
        const { preview: read } = await spreadsheet();
        await api().rounds.change(callId, (stored) => ({
          ...stored!,
          applications: stored!.applications.map((application) =>
            application.id === 'SRM-26-033' ? { ...application, note: 'Talat med sökanden' } : application,
          ),
        }));
        expect(codes(await commit(read!.id, ['r38']))).toEqual([['import-row-stale', 'rowIds.0']]);
      },
      longMs,
    );

    it(
      'adds an application that is not there, with the organisations it names',
      async () => {
        const text = sheet.toString('latin1').replace(/SRM-26-019/g, 'SRM-26-119');
        const { preview: read } = await spreadsheet(Buffer.from(text, 'latin1'));
        const added = read!.rows.find(({ applicationId }) => applicationId === 'SRM-26-119')!;
        expect(added.effect).toBe('creates');
        expect((await commit(read!.id, [added.rowId])).createdIds).toEqual(['SRM-26-119']);
        const { application } = await api().data<{ application: { project: { title: string } } }>(
          '{ application(id: "SRM-26-119") { project { title } } }',
        );
        expect(application.project.title).toBe(demo.applications.find(({ id }) => id === 'SRM-26-019')!.project.title);
      },
      longMs,
    );

    it(
      'takes corrections of cells',
      async () => {
        const { preview: read } = await spreadsheet(sheet, {
          corrections: [{ row: 38, columnId: 'municipalities', text: 'Nyköping, Trosa' }],
        });
        const row = read!.rows.find(({ applicationId }) => applicationId === 'SRM-26-033')!;
        expect(row.findings.filter(({ severity }) => severity === 'warning')).toEqual([]);
      },
      longMs,
    );

    it(
      'is refused as a whole with the reason when it cannot be read',
      async () => {
        expect((await spreadsheet(Buffer.from(''))).refusals?.[0]?.code).toBe('file-empty');
        expect((await spreadsheet(Buffer.from('a;b;c\n1;2;3\n'))).refusals?.[0]?.code).toBe('header-not-found');
        expect(codes(await preview({ kind: 'spreadsheet', callId, files: [] }))).toEqual([
          ['import-file-count', 'files'],
        ]);
        expect(
          codes(await preview({ kind: 'spreadsheet', callId, files: [{ name: 'x', contentBase64: 'å' }] })),
        ).toEqual([['file-not-base64', 'files.0.contentBase64']]);
        expect(
          codes(await preview({ kind: 'spreadsheet', callId: 'NONE', files: [{ name: 'x', contentBase64: '' }] })),
        ).toEqual([['call-unknown', 'callId']]);
        expect(codes(await preview({ kind: 'spreadsheet', files: [{ name: 'x', contentBase64: '' }] }))).toEqual([
          ['import-call-missing', 'callId'],
        ]);
        expect(codes(await commit('NONE', []))).toEqual([['import-unknown', 'previewId']]);
      },
      longMs,
    );
  });

  describe('of the comma files', () => {
    it(
      'finds nothing to change in what is stored',
      async () => {
        const { preview: read } = await preview({ kind: 'comma_files', callId, files: commaFiles() });
        expect(read!.rows).toHaveLength(42);
        expect(new Set(read!.rows.map(({ effect }) => effect))).toEqual(new Set(['changes_nothing']));
      },
      longMs,
    );

    it(
      'makes a call that is not there, of the applications chosen',
      async () => {
        const before = (await round()).applications.map(({ id }) => id);
        const files = commaFiles().map(({ name, contentBase64 }) => ({
          name,
          contentBase64: base64(
            Buffer.from(contentBase64, 'base64')
              .toString('utf8')
              .replaceAll(callId, 'CALL-2027-V')
              .replaceAll('SRM-26-', 'SRM-27-'),
          ),
        }));
        const { preview: read } = await preview({ kind: 'comma_files', files });
        expect([read!.callId, new Set(read!.rows.map(({ effect }) => effect))]).toEqual([
          'CALL-2027-V',
          new Set(['creates']),
        ]);
        expect((await commit(read!.id, ['SRM-27-001', 'SRM-27-002'])).createdIds).toEqual(['SRM-27-001', 'SRM-27-002']);
        const made = await api().rounds.load('CALL-2027-V');
        expect(made.applications.map(({ id }) => id)).toEqual(['SRM-27-001', 'SRM-27-002']);
        expect(made.criteria).toHaveLength(8);
        expect(made.ratings.length).toBe(
          demo.ratings.filter(({ applicationId }) => ['SRM-26-001', 'SRM-26-002'].includes(applicationId)).length,
        );
        expect((await round()).applications.map(({ id }) => id)).toEqual(before);
      },
      longMs,
    );

    it(
      'leaves an application with an error out and says where',
      async () => {
        const files = commaFiles().map(({ name, contentBase64 }) =>
          name === 'applications.csv'
            ? {
                name,
                contentBase64: base64(
                  Buffer.from(contentBase64, 'base64')
                    .toString('utf8')
                    .replace('SRM-26-002,CALL-2026-V,2026-03-14', 'SRM-26-002,CALL-2026-V,yesterday'),
                ),
              }
            : { name, contentBase64 },
        );
        const { preview: read } = await preview({ kind: 'comma_files', callId, files });
        const broken = read!.rows.find(({ rowId }) => rowId === 'SRM-26-002')!;
        expect([broken.status, broken.effect]).toEqual(['error', null]);
        expect(broken.findings[0]).toMatchObject({ severity: 'error', read: 'yesterday' });
        expect(codes(await commit(read!.id, ['SRM-26-001', 'SRM-26-002']))).toEqual([
          ['import-row-not-savable', 'rowIds.1'],
        ]);
      },
      longMs,
    );

    it(
      'saves a changed amount, and only that application',
      async () => {
        const files = commaFiles()
          .filter(({ name }) => name === 'applications.csv')
          .map(({ name, contentBase64 }) => ({
            name,
            contentBase64: base64(
              Buffer.from(contentBase64, 'base64')
                .toString('utf8')
                .replace('Regionalt grants office i egen regi', 'Regionalt grants office'),
            ),
          }));
        const { preview: read } = await preview({ kind: 'comma_files', callId, files });
        const changed = read!.rows.filter(({ effect }) => effect === 'updates');
        expect(changed.map(({ rowId, changes }) => [rowId, changes.map(({ field }) => field)])).toEqual([
          ['SRM-26-003', ['project.title']],
        ]);
        expect((await commit(read!.id, ['SRM-26-003'])).updatedIds).toEqual(['SRM-26-003']);
        const stored = await round();
        expect(stored.applications[2]!.project.title).toBe('Regionalt grants office');
        expect(stored.applications[2]!.project.financing).toHaveLength(demo.applications[2]!.project.financing.length);
      },
      longMs,
    );

    it('is there to be read, all of it', () => {
      expect(readdirSync(folder).filter((name) => name.endsWith('.csv')).length).toBe(commaFiles().length + 1);
    });
  });
});
