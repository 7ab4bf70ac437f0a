import { applicationInOrder, canonicalJson, sortedByKeys, type Round } from '@fordela/domain';
import type { AppliedRow } from './apply-row';
import type { FieldChange } from './preview.types';

/** An application with its links, as one value to compare and fingerprint. */
export type Compared = Pick<AppliedRow, 'application' | 'dependencies'>;

/** What the round has of an application; null when it has none. */
export function statusOf(round: Round, applicationId: string): Compared | null {
  const application = round.applications.find((item) => item.id === applicationId);
  if (!application) return null;
  return { application, dependencies: round.dependencies.filter((link) => link.fromApplicationId === applicationId) };
}

/** In the one order of a round, so that equal content is equal bytes. */
export function ordered({ application, dependencies }: Compared): Compared {
  return {
    application: applicationInOrder(application),
    dependencies: sortedByKeys(
      dependencies,
      (link) => link.toApplicationId,
      (link) => link.type,
    ),
  };
}

/** What differs between two states of an application, property by property, as canonical JSON. */
export function changesBetween(before: Compared, after: Compared): readonly FieldChange[] {
  const flat = ({ application: { project, ...rest }, dependencies }: Compared) =>
    new Map<string, unknown>([
      ...Object.entries(rest),
      ...Object.entries(project).map(([name, value]): [string, unknown] => [`project.${name}`, value]),
      ['dependencies', dependencies],
    ]);
  const [left, right] = [flat(ordered(before)), flat(ordered(after))];
  return [...right.entries()].flatMap(([field, value]) => {
    const [was, is] = [left.get(field), value].map((item) => canonicalJson(item ?? null)) as [string, string];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
