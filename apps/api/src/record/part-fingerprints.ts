import { fingerprint } from '@fordela/domain';

/** The fingerprint of every part of an answer, by name: which part was changed afterwards can then be told, not only that one was. */
export function partFingerprints(answer: object): Readonly<Record<string, string>> {
  const parts = Object.entries(answer).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts.map(([name, part]) => [name, fingerprint(part)]));
}

/** What a record is found by: the same question to the same version is the same record. */
export const recordId = (question: {
  readonly kind: string;
  readonly engineVersion: string;
  readonly problemFingerprint: string;
}): string =>
  fingerprint({
    kind: question.kind,
    engineVersion: question.engineVersion,
    problemFingerprint: question.problemFingerprint,
  });
