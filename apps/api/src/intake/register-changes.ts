import { canonicalJson, fingerprint, type Round } from '@fordela/domain';
import type { CellFinding } from './intake.types';
import { findingOf } from './sheet/file-findings';
import { cellNote } from './sheet/sheet.types';

type Entry = Readonly<Record<string, unknown>>;

/** What the comma files hold beside the applications, by file, with what tells its entries apart. */
const registers: readonly {
  readonly file: string;
  readonly of: (round: Round) => readonly object[];
  readonly key: string;
}[] = [
  { file: 'calls.csv', of: ({ call }) => [call], key: 'id' },
  { file: 'actors.csv', of: ({ actors }) => actors, key: 'id' },
  { file: 'municipalities.csv', of: ({ municipalities }) => municipalities, key: 'code' },
  { file: 'rus-priorities.csv', of: ({ strategyPriorities }) => strategyPriorities, key: 'id' },
  { file: 'criteria.csv', of: ({ criteria }) => criteria, key: 'id' },
  { file: 'reviewers.csv', of: ({ reviewers }) => reviewers, key: 'id' },
  { file: 'budget.csv', of: ({ budgetFrames }) => budgetFrames, key: 'year' },
];

/** The state of all that the comma files hold beside the applications: the same exactly when nothing of it has changed. */
export function registersOf(round: Round): string {
  return fingerprint([...registers.map(({ of }) => of(round)), round.deMinimisHistory]);
}

/**
 * What saving the files would change in entries that are stored already: an edit made in the service since the file was taken out is
 * named before it is overwritten. One finding per entry, with the fields that differ.
 */
export function registerChanges(current: Round, next: Round): readonly CellFinding[] {
  return registers.flatMap(({ file, of, key }) => {
    const stored = new Map((of(current) as readonly Entry[]).map((entry) => [String(entry[key]), entry]));
    return (of(next) as readonly Entry[]).flatMap((entry) => {
      const id = String(entry[key]);
      const before = stored.get(id);
      if (!before) return [];
      const fields = Object.keys(entry).filter((name) => canonicalJson(entry[name]) !== canonicalJson(before[name]));
      if (fields.length === 0) return [];
      const now = fields.map((name) => shown(before[name]));
      const then = fields.map((name) => shown(entry[name]));
      return [findingOf(cellNote('register-changes', 'uncertain', { id, fields, now, then }), { file })];
    });
  });
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value ?? null));
