import { demoRound } from '../../../../test/support/demo-round';
import { commitCommaRows, previewCommaFiles } from './comma-preview';
import { writeCommaFiles } from './write-comma-files';

const round = demoRound();
const files = writeCommaFiles(round);
/** What an officer has put right in the register after the files were taken out. */
const edited = {
  ...round,
  actors: round.actors.map((actor) => (actor.id === 'RS' ? { ...actor, note: 'Rättad' } : actor)),
};
const preview = (current: typeof round) => {
  const read = previewCommaFiles(files, current);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
};
const rows = ['SRM-26-001'];

describe('what comma files would change beside the applications', () => {
  it('is nothing when nothing has been edited since', () => {
    expect(preview(round).findings.filter(({ code }) => code === 'register-changes')).toEqual([]);
    expect(commitCommaRows(preview(round), rows, round).ok).toBe(true);
  });

  it('is named, entry by entry, before an edit in the service is overwritten', () => {
    const [change, ...others] = preview(edited).findings.filter(({ code }) => code === 'register-changes');
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      ...{ file: 'actors.csv', certainty: 'uncertain' },
      params: { id: 'RS', fields: ['note'], now: ['Rättad'] },
    });
  });

  it('is refused when a register has been edited since the preview', () => {
    const refused = commitCommaRows(preview(round), rows, edited);
    expect(refused).toMatchObject({ ok: false, refusal: [{ code: 'import-registers-stale' }] });
  });
});
