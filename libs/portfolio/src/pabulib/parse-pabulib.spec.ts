import * as fc from 'fast-check';
import { parsePabulib, type PabulibFile } from './parse-pabulib';
import { readRows } from './read-rows';

const file = (parts: { meta?: string; projects?: string; votes?: string } = {}) =>
  [
    'META',
    'key;value',
    parts.meta ?? 'budget;100\nvote_type;approval',
    'PROJECTS',
    parts.projects ?? 'project_id;cost\na;10\nb;20,5',
    'VOTES',
    parts.votes ?? 'voter_id;vote\n1;a,b\n2;b',
  ].join('\n');
const read = (text: string): PabulibFile => {
  const parsed = parsePabulib(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
};
const refusalsOf = (text: string) => {
  const parsed = parsePabulib(text);
  return parsed.ok ? [] : parsed.refusal.map(({ code, params }) => [code, params['line'] ?? null]);
};
const ballots = (text: string) =>
  read(text).election.ballots.map((ballot) => [ballot.voterId, ballot.projects, ballot.utilities?.map(String) ?? null]);

describe('parsePabulib', () => {
  it('reads approvals, decimal commas, categories, targets, names and the official result', () => {
    const parsed = read(
      file({
        projects:
          'project_id;cost;category;votes;name;target;selected\n' +
          'a;10;education, sport;1;"A; ""large"" one";none;1\n' +
          'b;20,5;;2;B;adults;0',
        votes: 'voter_id;age;sex;voting_method;vote\n1;40;F;internet;a,b\n2;;M;paper;b\n3;20;F;internet;',
      }),
    );
    expect(parsed.election.budget.toString()).toBe('100');
    expect(
      parsed.election.projects.map(({ id, cost, categories, targets }) => [id, String(cost), categories, targets]),
    ).toEqual([
      ['a', '10', ['education', 'sport'], []],
      ['b', '41/2', [], ['adults']],
    ]);
    expect(parsed.names).toEqual(['A; "large" one', 'B']);
    expect(parsed.officiallySelected).toEqual(['a']);
    expect(parsed.election.ballots.map((ballot) => ballot.projects)).toEqual([[0, 1], [1], []]);
    expect(parsed.voterAttributes[1]).toEqual({ sex: 'M', voting_method: 'paper' });
    expect(parsed.notes).toEqual([]);
  });

  it('reads ranks in order, points beside votes, and choose-1', () => {
    const ordinal = file({ meta: 'budget;1\nvote_type;ordinal', votes: 'voter_id;vote\nx;b,a' });
    expect(ballots(ordinal)).toEqual([['x', [1, 0], null]]);
    expect(read(ordinal).election.ballotKind).toBe('ordinal');
    const points = 'voter_id;vote;points\nx;b,a;7,3\ny;;\nz;a;0.5';
    for (const kind of ['cumulative', 'scoring'])
      expect(ballots(file({ meta: `vote_type;${kind}\nbudget;1`, votes: points }))).toEqual([
        ['x', [1, 0], ['7', '3']],
        ['y', [], []],
        ['z', [0], ['1/2']],
      ]);
    expect(ballots(file({ meta: 'budget;1\nvote_type;choose-1' }))[1]).toEqual(['2', [1], null]);
  });

  it('gives projects a voter does not name the default score of a scoring election', () => {
    const text = file({
      meta: 'budget;1\nvote_type;scoring\ndefault_score;2\nmax_length;1',
      votes: 'voter_id;vote;points\nx;b;7',
    });
    expect(ballots(text)).toEqual([['x', [1, 0], ['7', '2']]]);
    expect(read(text).notes).toEqual([]);
  });

  it('reads negative scores, which the format allows, and notes those below the stated least', () => {
    const meta = 'budget;1\nvote_type;scoring\nmin_points;-1';
    const text = file({ meta, votes: 'voter_id;vote;points\nx;b,a;-3,0.5\ny;a;-1' });
    expect(ballots(text)).toEqual([
      ['x', [1, 0], ['-3', '1/2']],
      ['y', [0], ['-1']],
    ]);
    expect(read(text).notes).toMatchObject([{ code: 'pabulib-ballots-outside-limit', params: { ballots: 1 } }]);
  });

  it('takes CRLF, a byte-order mark, blank lines, sections in any order and trailing semicolons', () => {
    const text = `\uFEFFVOTES;;\nvoter_id;vote\n1;a\n\nPROJECTS\nproject_id;cost\na;1\nMETA\nkey;value\nbudget;5;\nvote_type;approval\n`;
    expect(read(text.replace(/\n/g, '\r\n')).election).toEqual(read(text).election);
    expect(read(text).election.budget.toString()).toBe('5');
  });

  it.each([
    [
      'no section',
      'META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\na;1',
      ['pabulib-missing-section', null],
    ],
    ['no budget', file({ meta: 'vote_type;approval' }), ['pabulib-missing-key', 1]],
    ['unknown vote type', file({ meta: 'budget;1\nvote_type;plurality' }), ['pabulib-unknown-vote-type', null]],
    ['budget that is none', file({ meta: 'budget;much\nvote_type;approval' }), ['pabulib-not-an-amount', 3]],
    ['no cost column', file({ projects: 'project_id;price\na;1\nb;1' }), ['pabulib-missing-column', 6]],
    ['negative cost', file({ projects: 'project_id;cost\na;1\nb;-1' }), ['pabulib-not-an-amount', 8]],
    ['doubled project', file({ projects: 'project_id;cost\na;1\na;1\nb;2' }), ['pabulib-duplicate-project', 8]],
    ['a cell too many', file({ projects: 'project_id;cost\na;1;x\nb;2' }), ['pabulib-too-many-cells', 7]],
    ['unknown project', file({ votes: 'voter_id;vote\n1;a,c' }), ['pabulib-unknown-project', 11]],
    ['project twice', file({ votes: 'voter_id;vote\n1;a,a' }), ['pabulib-project-twice', 11]],
    ['no voters', file({ votes: 'voter_id;vote' }), ['pabulib-no-votes', 9]],
    ['open quote', file({ projects: 'project_id;cost;name\na;1;"A\nb;1;B' }), ['pabulib-open-quote', 7]],
    [
      'points that do not match',
      file({ meta: 'budget;1\nvote_type;cumulative', votes: 'voter_id;vote;points\n1;a,b;3' }),
      ['pabulib-points-count', 11],
    ],
    [
      'negative points where points are shared out',
      file({ meta: 'budget;1\nvote_type;cumulative', votes: 'voter_id;vote;points\n1;a;-3' }),
      ['pabulib-not-an-amount', 11],
    ],
  ])('refuses: %s', (_, text, expected) => expect(refusalsOf(text)).toContainEqual(expected));

  it('notes what does not match without refusing', () => {
    const parsed = read(
      file({
        meta: 'budget;100\nvote_type;approval\nnum_projects;3\nnum_votes;2\nmax_length;1\nmax_sum_cost;25',
        projects: 'project_id;cost;votes\na;10;1\nb;20,5;5',
        votes: 'voter_id;vote\n1;a,b\n1;b',
      }),
    );
    expect(parsed.notes).toEqual([
      { code: 'pabulib-duplicate-voter', params: { line: 16, id: '1' } },
      { code: 'pabulib-count-differs', params: { key: 'num_projects', stated: '3', found: 2 } },
      { code: 'pabulib-votes-differ', params: { id: 'b', stated: 5, found: 2 } },
      { code: 'pabulib-ballots-outside-limit', params: { key: 'max_length', limit: '1', ballots: 1, first: '1' } },
      { code: 'pabulib-ballots-outside-limit', params: { key: 'max_sum_cost', limit: '25', ballots: 1, first: '1' } },
    ]);
    expect(parsed.election.ballots.map((ballot) => ballot.voterId)).toEqual(['1', '1#2']);
  });
});

describe('readRows', () => {
  it('reads back any quoted cells', () => {
    const cell = fc.string().map((text) => text.replace(/\r/g, '').trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (table) => {
        const text = table.map((row) => row.map((value) => `"${value.replace(/"/g, '""')}"`).join(';')).join('\n');
        const rows = readRows(text);
        const expected = table.filter((row) => row.some((value) => value !== ''));
        expect(rows.ok && rows.value.map((row) => row.cells)).toEqual(expected);
      }),
    );
  });

  it('keeps empty cells at the end and counts lines inside quotes', () => {
    const rows = readRows('a;;\n"x\ny";2\nz');
    expect(rows).toEqual({
      ok: true,
      value: [
        { line: 1, cells: ['a', '', ''] },
        { line: 2, cells: ['x\ny', '2'] },
        { line: 4, cells: ['z'] },
      ],
    });
  });
});
