import { accept, refusal, refuse, type Params, type Refusal, type Result } from '@fordela/domain';
import type { Ballot, BallotKind, Election, ElectionProject } from '../fair/election';
import { Fraction } from '../fair/fraction';
import { checkBallots } from './check-ballots';
import { readRows, type Row } from './read-rows';

/** Something about the file that a reader should know but that does not stop its use. */
export interface PabulibNote {
  readonly code: string;
  readonly params: Params;
}

/** A participatory-budgeting election as published on pabulib.org. */
export interface PabulibFile {
  readonly election: Election;
  /** All keys of the META section as they stand. */
  readonly meta: Readonly<Record<string, string>>;
  /** Beside the election's projects: their names (null when not given). */
  readonly names: readonly (string | null)[];
  /** Ids of the projects the official result selected; null when the file does not tell. */
  readonly officiallySelected: readonly string[] | null;
  /** What the file tells of each voter beside the vote: age, sex, voting method, neighbourhood… By column. */
  readonly voterAttributes: readonly Readonly<Record<string, string>>[];
  readonly notes: readonly PabulibNote[];
}

const kinds: Readonly<Record<string, BallotKind>> = {
  approval: 'approval',
  'choose-1': 'approval',
  ordinal: 'ordinal',
  cumulative: 'cumulative',
  scoring: 'scoring',
};

/**
 * Reads a `.pb` file.
 *
 * Rules   Sections META, PROJECTS and VOTES in any order; columns in any order; `none` and empty cells mean "not given". Numbers may
 *         have a decimal comma and are read exactly. An empty vote is a ballot without wishes. With scoring votes, `default_score` counts
 *         for projects a voter does not name, and points may be negative: the format sets no floor but `min_points`. Voters with the same id are different voters: the later ones get `#2`, `#3`… and a note.
 * Errors  Refusals with the line: missing section, key or column; a cell too many; an amount that is none, or negative where it is no score; an unknown or doubly
 *         named project; points that do not match the votes; an unknown vote type.
 * Notes   Counts that do not match `num_projects`, `num_votes` or a project's `votes`; ballots outside the stated lengths, costs or points.
 * Source  Faliszewski et al., Participatory Budgeting: Data, Tools and Analysis (IJCAI 2023); pabulib.org/format.
 * @example parsePabulib('META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\na;1\nVOTES\nvoter_id;vote\n1;a')
 */
export function parsePabulib(text: string): Result<PabulibFile> {
  const rows = readRows(text);
  if (!rows.ok) return rows;
  const sections = splitSections(rows.value);
  const problems = (['META', 'PROJECTS', 'VOTES'] as const)
    .filter((name) => !sections[name])
    .map((section) => refusal('pabulib-missing-section', [], { section }));
  if (problems.length > 0) return refuse(problems);
  const refusals: Refusal[] = [];
  const { META, PROJECTS, VOTES } = sections as Record<SectionName, Section>;
  const meta = readMeta(META);
  const kind = kinds[(meta['vote_type'] ?? '').toLowerCase()];
  if (meta['vote_type'] === undefined) refusals.push(missingKey('vote_type', META));
  else if (!kind) refusals.push(refusal('pabulib-unknown-vote-type', [], { voteType: meta['vote_type'] }));
  if (meta['budget'] === undefined) refusals.push(missingKey('budget', META));
  const budgetLine = META.rows.find((row) => row.cells[0]?.toLowerCase() === 'budget')?.line ?? META.line;
  const budget = meta['budget'] === undefined ? Fraction.zero : amount(meta['budget'], 'budget', budgetLine, refusals);
  const projects = readProjects(PROJECTS, refusals);
  if (!kind) return refuse(refusals);
  const votes = readVotes(VOTES, kind, projects.indexOf, refusals);
  if (refusals.length > 0) return refuse(refusals);
  const election: Election = { budget, ballotKind: kind, projects: projects.list, ballots: votes.ballots };
  const notes = [...votes.notes, ...countNotes(meta, election, projects.votes), ...checkBallots(election, meta)];
  const { names, officiallySelected } = projects;
  return accept({
    election: withDefaultScore(election, meta),
    meta,
    names,
    officiallySelected,
    voterAttributes: votes.attributes,
    notes,
  });
}

type SectionName = 'META' | 'PROJECTS' | 'VOTES';

interface Section {
  readonly line: number;
  /** Lower-case names of the columns. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

function splitSections(rows: readonly Row[]): Partial<Record<SectionName, Section>> {
  const sections: Partial<Record<SectionName, Section>> = {};
  let current: { name: SectionName; line: number; rows: Row[] } | null = null;
  const close = () => {
    if (!current) return;
    const [header, ...body] = current.rows;
    sections[current.name] = {
      line: current.line,
      header: header?.cells.map((cell) => cell.toLowerCase()) ?? [],
      rows: body,
    };
  };
  for (const row of rows) {
    const name = row.cells.slice(1).every((cell) => cell === '') ? row.cells[0]?.toUpperCase() : undefined;
    if (name === 'META' || name === 'PROJECTS' || name === 'VOTES') {
      close();
      current = { name, line: row.line, rows: [] };
    } else current?.rows.push(row);
  }
  close();
  return sections;
}

function readMeta(section: Section): Record<string, string> {
  // Values with unquoted semicolons (descriptions) are put together again.
  return Object.fromEntries(
    section.rows.map((row) => [
      (row.cells[0] as string).toLowerCase(),
      row.cells.slice(1).join(';').replace(/;+$/, ''),
    ]),
  );
}

const missingKey = (key: string, section: Section) => refusal('pabulib-missing-key', [], { key, line: section.line });
const isGiven = (cell: string | undefined): cell is string =>
  cell !== undefined && cell !== '' && cell.toLowerCase() !== 'none';

function amount(written: string, column: string, line: number, refusals: Refusal[], mayBeNegative = false): Fraction {
  const value = Fraction.parse(written.replace(/[\s\u00a0\u202f]/g, ''));
  if (value && (mayBeNegative || value.sign() >= 0)) return value;
  refusals.push(refusal('pabulib-not-an-amount', [], { line, column, value: written }));
  return Fraction.zero;
}

/** The cell of a row under a column; undefined when there is no such column or cell. */
function cellOf(section: Section, row: Row, ...columns: readonly string[]): string | undefined {
  const index = section.header.findIndex((name) => columns.includes(name));
  return index < 0 ? undefined : row.cells[index];
}

function checkShape(section: Section, name: SectionName, needed: readonly string[], refusals: Refusal[]): boolean {
  const missing = needed.filter((column) => !section.header.includes(column));
  for (const column of missing)
    refusals.push(refusal('pabulib-missing-column', [], { section: name, column, line: section.line + 1 }));
  for (const row of section.rows)
    if (row.cells.slice(section.header.length).some((cell) => cell !== ''))
      refusals.push(
        refusal('pabulib-too-many-cells', [], {
          line: row.line,
          cells: row.cells.length,
          columns: section.header.length,
        }),
      );
  return missing.length === 0;
}

const listed = (cell: string | undefined): readonly string[] =>
  isGiven(cell)
    ? cell
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
    : [];

function readProjects(section: Section, refusals: Refusal[]) {
  const list: ElectionProject[] = [];
  const names: (string | null)[] = [];
  const votes: (number | null)[] = [];
  const selected: string[] = [];
  const indexOf = new Map<string, number>();
  if (checkShape(section, 'PROJECTS', ['project_id', 'cost'], refusals))
    for (const row of section.rows) {
      const id = cellOf(section, row, 'project_id') ?? '';
      if (indexOf.has(id)) refusals.push(refusal('pabulib-duplicate-project', [], { line: row.line, id }));
      indexOf.set(id, list.length);
      list.push({
        id,
        cost: amount(cellOf(section, row, 'cost') ?? '', 'cost', row.line, refusals),
        categories: listed(cellOf(section, row, 'category', 'categories')),
        targets: listed(cellOf(section, row, 'target', 'targets')),
      });
      const [name, counted, isSelected] = ['name', 'votes', 'selected'].map((column) => cellOf(section, row, column));
      names.push(isGiven(name) ? name : null);
      votes.push(isGiven(counted) && /^\d+$/.test(counted) ? Number(counted) : null);
      if (isGiven(isSelected) && isSelected !== '0') selected.push(id);
    }
  return { list, names, votes, indexOf, officiallySelected: section.header.includes('selected') ? selected : null };
}

function readVotes(section: Section, kind: BallotKind, indexOf: ReadonlyMap<string, number>, refusals: Refusal[]) {
  const ballots: Ballot[] = [];
  const attributes: Record<string, string>[] = [];
  const notes: PabulibNote[] = [];
  const seen = new Map<string, number>();
  const withPoints = kind === 'cumulative' || kind === 'scoring';
  const needed = ['voter_id', 'vote', ...(withPoints ? ['points'] : [])];
  if (section.rows.length === 0) refusals.push(refusal('pabulib-no-votes', [], { line: section.line }));
  if (checkShape(section, 'VOTES', needed, refusals))
    for (const row of section.rows) {
      const id = cellOf(section, row, 'voter_id') ?? '';
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      if (times > 1) notes.push({ code: 'pabulib-duplicate-voter', params: { line: row.line, id } });
      const wishes = readVote(section, row, kind, indexOf, refusals);
      ballots.push({ voterId: times > 1 ? `${id}#${times}` : id, weight: 1, ...wishes });
      attributes.push(
        Object.fromEntries(
          section.header.flatMap((column, place) => {
            const cell = row.cells[place];
            return needed.includes(column) || !isGiven(cell) ? [] : [[column, cell]];
          }),
        ),
      );
    }
  return { ballots, attributes, notes };
}

function readVote(
  section: Section,
  row: Row,
  kind: BallotKind,
  indexOf: ReadonlyMap<string, number>,
  refusals: Refusal[],
): Pick<Ballot, 'projects' | 'utilities'> {
  const ids = listed(cellOf(section, row, 'vote'));
  const projects: number[] = [];
  for (const id of ids) {
    const project = indexOf.get(id);
    if (project === undefined) refusals.push(refusal('pabulib-unknown-project', [], { line: row.line, id }));
    else if (projects.includes(project)) refusals.push(refusal('pabulib-project-twice', [], { line: row.line, id }));
    projects.push(project ?? -1);
  }
  if (kind !== 'cumulative' && kind !== 'scoring') return { projects, utilities: null };
  const points = listed(cellOf(section, row, 'points'));
  if (points.length !== ids.length)
    refusals.push(refusal('pabulib-points-count', [], { line: row.line, points: points.length, projects: ids.length }));
  const utilities = points.map((written) => amount(written, 'points', row.line, refusals, kind === 'scoring'));
  return { projects, utilities };
}

/** Gives every project that a scoring ballot does not name the file's default score, when it states one above 0. */
function withDefaultScore(election: Election, meta: Readonly<Record<string, string>>): Election {
  const score = Fraction.parse(meta['default_score'] ?? '0') ?? Fraction.zero;
  if (election.ballotKind !== 'scoring' || score.sign() <= 0) return election;
  const all = election.projects.map((_, project) => project);
  const ballots = election.ballots.map((ballot) => {
    const others = all.filter((project) => !ballot.projects.includes(project));
    const utilities = [...(ballot.utilities ?? []), ...others.map(() => score)];
    return { ...ballot, projects: [...ballot.projects, ...others], utilities };
  });
  return { ...election, ballots };
}

function countNotes(
  meta: Readonly<Record<string, string>>,
  election: Election,
  votes: readonly (number | null)[],
): readonly PabulibNote[] {
  const notes: PabulibNote[] = [];
  const counts = [
    ['num_projects', election.projects.length],
    ['num_votes', election.ballots.length],
  ] as const;
  for (const [key, found] of counts)
    if (isGiven(meta[key]) && Number(meta[key]) !== found)
      notes.push({ code: 'pabulib-count-differs', params: { key, stated: meta[key], found } });
  const named = election.projects.map(() => 0);
  for (const ballot of election.ballots) for (const project of ballot.projects) named[project] = named[project]! + 1;
  votes.forEach((stated, project) => {
    if (stated !== null && stated !== named[project])
      notes.push({
        code: 'pabulib-votes-differ',
        params: { id: election.projects[project]!.id, stated, found: named[project]! },
      });
  });
  return notes;
}
