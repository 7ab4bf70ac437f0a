import type { Application, Dependency, Round } from '../round';
import { draft, type RuleCheck } from './rule';

const linksFrom = (round: Round, application: Application) =>
  round.dependencies.filter((link) => link.fromApplicationId === application.id);
const dependencyRow = (link: Dependency) => ({
  table: 'dependencies' as const,
  key: `${link.fromApplicationId}/${link.toApplicationId}/${link.type}`,
});

/** The project hangs together with the strategy, the map, the other projects and what comes after it. */
export const structureRules: readonly RuleCheck[] = [
  {
    ruleId: 'strategy_priority_missing',
    version: 1,
    parameterIds: [],
    applies: () => true,
    check: (application) =>
      application.project.strategyPriorityId === null ? draft(application, ['project', 'strategyPriorityId'], {}) : [],
  },
  {
    ruleId: 'strategy_priority_unknown',
    version: 1,
    parameterIds: [],
    applies: ({ project }, { round }) => project.strategyPriorityId !== null && round.strategyPriorities.length > 0,
    check: (application, { round }) =>
      round.strategyPriorities.some((priority) => priority.id === application.project.strategyPriorityId)
        ? []
        : draft(application, ['project', 'strategyPriorityId'], { priority: application.project.strategyPriorityId }),
  },
  {
    ruleId: 'no_receiving_structure',
    version: 1,
    parameterIds: [],
    applies: () => true,
    check: (application) =>
      application.project.receivingStructure === 'no' ? draft(application, ['project', 'receivingStructure'], {}) : [],
  },
  {
    ruleId: 'receiving_structure_not_stated',
    version: 1,
    parameterIds: [],
    applies: () => true,
    check: (application) =>
      application.project.receivingStructure === null ? draft(application, ['project', 'receivingStructure'], {}) : [],
  },
  {
    ruleId: 'receiving_actor_missing',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.receivingStructure === 'yes' || project.receivingStructure === 'partly',
    check: (application) =>
      application.project.receivingActorId === null
        ? draft(application, ['project', 'receivingActorId'], { structure: application.project.receivingStructure })
        : [],
  },
  {
    ruleId: 'unknown_municipality_code',
    version: 1,
    parameterIds: [],
    applies: ({ project }, { municipalityCodes }) => municipalityCodes.size > 0 && project.municipalityCodes.length > 0,
    check: (application, { municipalityCodes }) =>
      [...new Set(application.project.municipalityCodes)]
        .filter((code) => !municipalityCodes.has(code))
        .sort()
        .flatMap((code) => draft(application, ['project', 'municipalityCodes', code], { code })),
  },
  {
    ruleId: 'municipality_missing',
    version: 1,
    parameterIds: [],
    applies: () => true,
    check: (application) =>
      application.project.municipalityCodes.length === 0
        ? draft(application, ['project', 'municipalityCodes'], {})
        : [],
  },
  {
    ruleId: 'dangling_dependency',
    version: 1,
    parameterIds: [],
    applies: (application, { round }) => linksFrom(round, application).length > 0,
    check: (application, { round, applicationIds }) =>
      linksFrom(round, application)
        .filter((link) => !applicationIds.has(link.toApplicationId))
        .flatMap((link) =>
          draft(application, ['dependencies', link.toApplicationId], { to: link.toApplicationId, type: link.type }, [
            dependencyRow(link),
          ]),
        ),
  },
  {
    ruleId: 'dependency_on_itself',
    version: 1,
    parameterIds: [],
    applies: (application, { round }) => linksFrom(round, application).length > 0,
    check: (application, { round }) =>
      linksFrom(round, application)
        .filter((link) => link.toApplicationId === application.id)
        .flatMap((link) =>
          draft(application, ['dependencies', link.toApplicationId], { type: link.type }, [dependencyRow(link)]),
        ),
  },
  {
    ruleId: 'dependency_contradiction',
    version: 1,
    parameterIds: [],
    applies: (application, { round }) => linksFrom(round, application).some((link) => link.type === 'requires'),
    check: (application, { round }) =>
      linksFrom(round, application)
        .filter((link) => link.type === 'requires' && link.toApplicationId !== application.id)
        .flatMap((link) => {
          const clash = round.dependencies.find(
            (other) => other.type === 'mutually_exclusive' && isSamePair(link, other),
          );
          if (!clash) return [];
          return draft(application, ['dependencies', link.toApplicationId], { to: link.toApplicationId }, [
            dependencyRow(link),
            dependencyRow(clash),
          ]);
        }),
  },
];

function isSamePair(a: Dependency, b: Dependency): boolean {
  return (
    (a.fromApplicationId === b.fromApplicationId && a.toApplicationId === b.toApplicationId) ||
    (a.fromApplicationId === b.toApplicationId && a.toApplicationId === b.fromApplicationId)
  );
}
