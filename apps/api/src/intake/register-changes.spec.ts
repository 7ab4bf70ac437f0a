import { sentence } from '@fordela/wording';
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
/** The files as written, with the last row of one of them left out. */
const without = (name: 'actors.csv' | 'budget.csv' | 'criteria.csv' | 'reviewers.csv') => {
  const lines = files[name].trimEnd().split('\n');
  return { [name]: lines.slice(0, -1).join('\n') };
};

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

  it.each([
    [
      'budget.csv',
      /^Ramen för \d{4} \(.*\skr\) finns i dag men inte i filen/u,
      /^The budget of \d{4} \(SEK.*\) is stored/u,
    ],
    ['criteria.csv', /^Kriteriet .+ \(.+\) finns i dag/u, /^The criterion .+ \(.+\) is stored/u],
    ['reviewers.csv', /^Bedömaren .+ \(.+\) finns i dag/u, /^The reviewer .+ \(.+\) is stored/u],
  ] as const)('names what %s leaves out, since saving removes it', (file, sv, en) => {
    const read = previewCommaFiles({ ...without(file) }, { ...round, ratings: [] });
    const found = read.ok ? read.value.findings.filter(({ code }) => code.startsWith('register-')) : [];
    expect(found).toMatchObject([{ code: 'register-removes', file, severity: 'warning' }]);
    expect(sentence(found[0]!.code, found[0]!.params, 'sv')).toMatch(sv);
    expect(sentence(found[0]!.code, found[0]!.params, 'en')).toMatch(en);
    const saved = read.ok && commitCommaRows(read.value, [], { ...round, ratings: [] });
    const ids = (of: typeof round) =>
      [...of.criteria, ...of.reviewers].map(({ id }) => id).concat(of.budgetFrames.map(({ year }) => String(year)));
    const left = saved && saved.ok ? ids(saved.value.round as typeof round) : [];
    expect(ids(round).filter((id) => !left.includes(id))).toEqual([found[0]!.params['id']]);
  });

  it('does not call it a removal when an actor is left out: the register is every call’s, and saving keeps it', () => {
    const unused = { ...round.actors[0]!, id: 'ÖVRIG' };
    const current = { ...round, actors: [...round.actors, unused] };
    expect(preview(current).findings.filter(({ code }) => code.startsWith('register-'))).toEqual([]);
  });

  it('is refused when a register has been edited since the preview', () => {
    const refused = commitCommaRows(preview(round), rows, edited);
    expect(refused).toMatchObject({ ok: false, refusal: [{ code: 'import-registers-stale' }] });
  });
});
