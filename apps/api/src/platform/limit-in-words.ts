import type { Params, Round } from '@fordela/domain';
import { dimensionName, groupName, sentence, type Language } from '@fordela/wording';

/** A limit of an allocation as people read it. */
export interface WordedLimit {
  readonly code: string;
  readonly messageSv: string;
  readonly messageEn: string;
}

/** The sentences of a limit, with the names people know its applications and groups by. */
export function wordedLimit(
  round: Round,
  { code, params }: { readonly code: string; readonly params: Params },
): WordedLimit {
  return {
    code,
    messageSv: sentence(code, limitParams(round, params, 'sv'), 'sv'),
    messageEn: sentence(code, limitParams(round, params, 'en'), 'en'),
  };
}

const ofOne = ['project', 'from', 'to', 'first', 'then'] as const;
const ofSeveral = ['projects', 'anyOf'] as const;

/**
 * The figures of a limit with titles of applications for their case ids, names of groups for their keys, and no id of its own: in a
 * call nobody has named the limits. A de minimis limit is named by its undertaking.
 */
export function limitParams(round: Round, params: Params, language: Language): Params {
  const titles = new Map(round.applications.map(({ id, project }) => [id, project.title]));
  const title = (id: unknown) => (typeof id === 'string' ? (titles.get(id) ?? id) : id) as string;
  const several = (key: string) => (Array.isArray(params[key]) ? (params[key] as readonly string[]) : null);
  const dimension = params['dimension'];
  const groups = several('groups');
  return {
    ...params,
    ...Object.fromEntries(ofOne.flatMap((key) => (key in params ? [[key, title(params[key])]] : []))),
    ...Object.fromEntries(ofSeveral.flatMap((key) => (several(key) ? [[key, several(key)?.map(title) ?? []]] : []))),
    ...('id' in params ? { id: undertakingOf(round, String(params['id'])) } : {}),
    ...(typeof dimension === 'string' && groups
      ? {
          dimension: dimensionName(dimension, language),
          groups: groups.map((group) =>
            groupName(dimension, group, knownName(round, dimension, group, language), language),
          ),
        }
      : {}),
  };
}

/** What a group is called in the call's own registers; the group's key where it is in none. */
function knownName(round: Round, dimension: string, group: string, language: Language): string {
  if (dimension === 'municipality') return round.municipalities.find(({ code }) => code === group)?.name ?? group;
  if (dimension === 'lead') return round.actors.find(({ id }) => id === group)?.name ?? group;
  if (dimension !== 'strategyPriority') return group;
  const priority = round.strategyPriorities.find(({ id }) => id === group);
  return (language === 'sv' ? priority?.nameSv : priority?.nameEn) ?? group;
}

function undertakingOf(round: Round, limitId: string): string | null {
  const actorId = /^de-minimis (.+)$/.exec(limitId)?.[1];
  if (actorId === undefined) return null;
  return `de minimis: ${round.actors.find(({ id }) => id === actorId)?.name ?? actorId}`;
}
