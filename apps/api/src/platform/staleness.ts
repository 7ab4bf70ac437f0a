import { refusal, type Refusal } from '@fordela/domain';

/**
 * Whether an edit was made from what is stored now; the refusal that says so when it was not. Two people who edit the same thing
 * never overwrite each other unseen: the second is told, with the version there is.
 */
export function staleness(
  stored: { readonly version: number } | null,
  expected: number | null | undefined,
): Refusal | null {
  const [current, wanted] = [stored?.version ?? null, expected ?? null];
  return current === wanted ? null : refusal('stale', ['expectedVersion'], { expected: wanted, current });
}
