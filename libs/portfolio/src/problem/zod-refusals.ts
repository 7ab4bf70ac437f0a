import { refusal, type Params, type Path, type Refusal } from '@fordela/domain';
import type { z } from 'zod';
import { meantBy } from './other-names';
import { formOfPattern } from './text-patterns';

type Issue = z.core.$ZodIssue;

const place = (base: Path, issue: Issue): Path => [
  ...base,
  ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
];

/** How far into the input the deepest complaint of a union's branch lies: the branch that went deepest was most likely meant. */
const depth = (issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'invalid_union' ? 0 : 0.5)));

function ofUnion(base: Path, issue: z.core.$ZodIssueInvalidUnion): readonly Refusal[] {
  const branches = issue.errors.filter((branch) => branch.some((inner) => inner.path.length > 0));
  const best = [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  if (!best) return [refusal('allocation-not-understood', place(base, issue), expectations(issue))];
  return best.flatMap((inner) => ofIssue(place(base, issue), inner));
}

/** What the branches of a union would have taken, in words of JSON types. */
function expectations(issue: z.core.$ZodIssueInvalidUnion): Params {
  const wanted = issue.errors.flat().map((inner) => {
    if (inner.code === 'invalid_type') return inner.expected;
    if (inner.code === 'invalid_value') return inner.values.map((value) => JSON.stringify(value)).join(' | ');
    if (inner.code === 'unrecognized_keys') return 'object';
    return formOf(inner);
  });
  return { expected: [...new Set(wanted)].join(', ') };
}

/** What may stand in the key that tells one kind of object from another. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  type: ['requires', 'requires_one_of', 'mutually_exclusive', 'choose', 'sequence'],
  objective: [
    'sum_of_value',
    'value_times_money',
    'value_per_krona',
    'least_money',
    'maximin',
    'minimax_regret',
    'most_equal',
    'fewest_changes',
    'lexicographic',
  ],
};

/** What a form would have been: its name, else zod's name of the complaint. */
const formOf = (issue: Issue): string =>
  (issue.code === 'invalid_format' && formOfPattern(issue.pattern)) || issue.code;

function ofIssue(base: Path, issue: Issue): readonly Refusal[] {
  const path = place(base, issue);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => refusal('allocation-unknown-key', [...path, key], { key, ...meantBy(key) }));
    case 'invalid_type':
      if (issue.input === undefined && !('received' in issue))
        return [refusal('allocation-missing-key', path, { key: String(path.at(-1) ?? ''), expected: issue.expected })];
      if (path.join() === 'weights' && Array.isArray(issue.input)) return [refusal('allocation-weights-list', path)];
      return [refusal('allocation-wrong-type', path, { expected: issue.expected })];
    case 'invalid_value':
      return [refusal('allocation-unknown-choice', path, { choices: issue.values.map(String) })];
    case 'too_small':
      return [refusal('allocation-too-small', path, { minimum: Number(issue.minimum), what: issue.origin })];
    case 'too_big':
      return [refusal('allocation-too-big', path, { maximum: Number(issue.maximum), what: issue.origin })];
    case 'invalid_union':
      return issue.errors.length > 0
        ? ofUnion(base, issue)
        : [refusal('allocation-unknown-choice', path, { choices: kinds[issue.discriminator ?? ''] ?? [] })];
    default:
      return [refusal('allocation-not-understood', path, { expected: formOf(issue) })];
  }
}

/** The complaints of a zod schema as refusals, each with its place in the caller's file (`base` + the path inside). */
export function refusalsOf(error: z.ZodError, base: Path = []): readonly Refusal[] {
  return error.issues.flatMap((issue) => ofIssue(base, issue));
}
