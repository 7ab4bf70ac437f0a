import { refusal, type Params, type Path, type Refusal } from '@fordela/domain';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const place = (base: Path, issue: Issue): Path => [
  ...base,
  ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
];

/**
 * How well a branch of a union fits what was written: the deeper its complaint lies, the more of it fitted. A branch that knows its
 * own name (`method`, `type`) but not the rest was meant; one that takes that name for a figure was not.
 */
function fit(issues: readonly Issue[]): number {
  return Math.max(...issues.map((issue) => (isAbsent(issue) ? 0 : issue.path.length) + nameBonus(issue)));
}

/** A key that is not there at all says nothing about how well the rest fits. */
const isAbsent = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.input === undefined;

function nameBonus(issue: Issue): number {
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) return wrongName(issue) === null ? -9 : 1;
  const key = issue.path.at(-1);
  return issue.code === 'invalid_type' && (key === 'method' || key === 'type') && typeof issue.input === 'string'
    ? -9
    : 0.5;
}

/** The name under a discriminator that fits no branch, e.g. of a weight method that does not exist; null when that is not it. */
function wrongName(issue: z.core.$ZodIssueInvalidUnion): string | null {
  const name = (issue.input as Readonly<Record<string, unknown>> | null | undefined)?.[issue.discriminator ?? ''];
  return typeof name === 'string' ? name : null;
}

/** The names a discriminator could have had, where zod tells them. */
function rightNames(issue: z.core.$ZodIssueInvalidUnion): readonly string[] {
  const { options } = issue as { readonly options?: readonly unknown[] };
  return (options ?? []).map(String);
}

function ofUnion(base: Path, issue: z.core.$ZodIssueInvalidUnion): readonly Refusal[] {
  const branches = issue.errors.filter((branch) =>
    branch.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  );
  const best = [...branches].sort((a, b) => fit(b) - fit(a) || a.length - b.length)[0];
  if (!best) return [refusal('problem-not-understood', place(base, issue), expectations(issue))];
  return best.flatMap((inner) => ofIssue(place(base, issue), inner));
}

/** What the branches of a union would have taken, in words of JSON types. */
function expectations(issue: z.core.$ZodIssueInvalidUnion): Params {
  return { expected: [...new Set(issue.errors.flat().flatMap(expectation))].join(', ') };
}

function expectation(issue: Issue): readonly string[] {
  switch (issue.code) {
    case 'invalid_type':
      return [issue.expected];
    case 'invalid_value':
      return [issue.values.map((value) => JSON.stringify(value)).join(' | ')];
    case 'unrecognized_keys':
      return ['object'];
    case 'invalid_union':
      return issue.errors.flat().flatMap(expectation);
    default:
      return [issue.message];
  }
}

function ofIssue(base: Path, issue: Issue): readonly Refusal[] {
  const path = place(base, issue);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => refusal('problem-unknown-key', [...path, key], { key }));
    case 'invalid_type':
      if (isAbsent(issue))
        return [refusal('problem-missing-key', path, { key: String(path.at(-1) ?? ''), expected: issue.expected })];
      return [refusal('problem-wrong-type', path, { expected: issue.expected })];
    case 'invalid_value':
      return [refusal('problem-unknown-choice', path, { choices: issue.values.map(String) })];
    case 'too_small':
      return [refusal('problem-too-small', path, { minimum: Number(issue.minimum), what: issue.origin })];
    case 'too_big':
      return [refusal('problem-too-big', path, { maximum: Number(issue.maximum), what: issue.origin })];
    case 'invalid_union':
      return issue.errors.length > 0
        ? ofUnion(base, issue)
        : [refusal('problem-unknown-choice', path, { choices: rightNames(issue), value: wrongName(issue) })];
    default:
      return [refusal('problem-not-understood', path, { expected: issue.code })];
  }
}

/** The complaints of a zod schema as refusals, each with its place in the caller's file (`base` + the path inside). */
export function refusalsOf(error: z.ZodError, base: Path = []): readonly Refusal[] {
  return error.issues.flatMap((issue) => ofIssue(base, issue));
}
