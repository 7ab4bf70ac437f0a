import request from 'supertest';
import { strFromU8, unzipSync } from 'fflate';
import { canonicalJson } from '@fordela/domain';
import { describeOnDatabase } from '../support/database';
import { demoFiles, demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;

interface Preview {
  readonly id: string;
  readonly rows: readonly { readonly rowId: string; readonly status: string; readonly effect: string | null }[];
}

describeOnDatabase('taking a call out', () => {
  const api = useTestApi();
  const get = (path: string) =>
    request(api().app.getHttpServer())
      .get(path)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
  const preview = async (kind: string, files: object[]): Promise<Preview> => {
    const answer = await api().data<{ previewImport: { preview: Preview } }>(
      `mutation($input: PreviewImportInput!) { previewImport(input: $input) {
        ... on ImportPreviewed { preview { id rows { rowId status effect } } } } }`,
      { input: { kind, callId, files } },
    );
    return answer.previewImport.preview;
  };

  it.each(['csv', 'xlsx'])(
    'gives the officer’s sheet as %s, which changes nothing when it is read in again',
    async (format) => {
      const { status, headers, body } = await get(`/export/${callId}.${format}`);
      expect(status).toBe(200);
      expect(headers['content-disposition']).toBe(`attachment; filename="${callId}-ansokningar.${format}"`);
      const contentBase64 = (body as Buffer).toString('base64');
      const { rows } = await preview('spreadsheet', [{ name: `ansokningar.${format}`, contentBase64 }]);
      const applications = rows.filter((row) => row.status !== 'skipped');
      expect(applications).toHaveLength(demo.applications.length);
      expect(new Set(applications.map((row) => row.effect))).toEqual(new Set(['changes_nothing']));
    },
  );

  it('gives all of the comma files, which bring a changed round back to what it was, byte for byte', async () => {
    const { body } = await get(`/export/${callId}.zip`);
    const files = Object.entries(unzipSync(new Uint8Array(body as Buffer)));
    expect(files.map(([name]) => name).sort()).toEqual(Object.keys(demoFiles()).sort());
    await api().data(`mutation($w: [WeightInput!]!) { setWeights(callId: "${callId}", weights: $w) { __typename } }`, {
      w: [{ criterionId: 'C1', weight: 0.5, expectedVersion: 1 }],
    });
    expect(canonicalJson(await api().rounds.load(callId))).not.toBe(canonicalJson(demo));
    const { id, rows } = await preview(
      'comma_files',
      files.map(([name, bytes]) => ({ name, contentBase64: Buffer.from(strFromU8(bytes)).toString('base64') })),
    );
    await api().data(
      `mutation($id: ID!, $rows: [ID!]!) { commitImport(previewId: $id, rowIds: $rows) { __typename } }`,
      {
        id,
        rows: rows.filter((row) => row.status !== 'error').map((row) => row.rowId),
      },
    );
    expect(canonicalJson(await api().rounds.load(callId))).toBe(canonicalJson(demo));
  });

  it('gives the same bytes every time', async () => {
    const [first, second] = [await get(`/export/${callId}.zip`), await get(`/export/${callId}.zip`)];
    expect((first.body as Buffer).equals(second.body as Buffer)).toBe(true);
  });

  it.each(['/export/NONE.csv', `/export/${callId}.pdf`])('has nothing at %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
