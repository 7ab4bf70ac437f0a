import type { YearAmount } from './money';
import type { Application, Round } from './round';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A copy sorted by the text keys in turn (code units, no locale), so that the order is the same on every machine. */
export function sortedByKeys<T>(items: readonly T[], ...keys: readonly ((item: T) => string | number)[]): readonly T[] {
  return [...items].sort((a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      const order =
        typeof left === 'number' && typeof right === 'number' ? left - right : byText(String(left), String(right));
      if (order !== 0) return order;
    }
    return 0;
  });
}

/**
 * The round with every list in its one order: by id or key, partners with the lead first, years ascending without zeros.
 * Two rounds with the same content become the same bytes, whichever file, database or person they came from.
 * Lists whose order the applicant chose (themes, tags) keep it.
 */
export function inRoundOrder(round: Round): Round {
  return {
    call: round.call,
    municipalities: sortedByKeys(round.municipalities, (item) => item.code),
    strategyPriorities: sortedByKeys(round.strategyPriorities, (item) => item.id),
    actors: sortedByKeys(round.actors, (item) => item.id),
    applications: sortedByKeys(round.applications, (item) => item.id).map(applicationInOrder),
    dependencies: sortedByKeys(
      round.dependencies,
      (item) => item.fromApplicationId,
      (item) => item.toApplicationId,
      (item) => item.type,
    ),
    budgetFrames: sortedByKeys(round.budgetFrames, (item) => item.year),
    criteria: sortedByKeys(round.criteria, (item) => item.id),
    reviewers: sortedByKeys(round.reviewers, (item) => item.id),
    ratings: sortedByKeys(
      round.ratings,
      (item) => item.applicationId,
      (item) => item.reviewerId,
      (item) => item.criterionId,
    ),
    deMinimisHistory: sortedByKeys(
      round.deMinimisHistory,
      (item) => item.undertakingActorId,
      (item) => item.grantedDate,
      (item) => item.granter,
      (item) => item.amountEur,
    ),
  };
}

/** One application with its project's lists in their one order. */
export function applicationInOrder(application: Application): Application {
  const { project } = application;
  return {
    ...application,
    requested: yearsInOrder(application.requested),
    project: {
      ...project,
      partners: sortedByKeys(
        project.partners,
        (item) => (item.role === 'lead_partner' ? 0 : 1),
        (item) => item.actorId,
      ),
      phases: sortedByKeys(project.phases, (item) => item.phaseNo).map((phase) => ({
        ...phase,
        costs: yearsInOrder(phase.costs),
      })),
      financing: sortedByKeys(project.financing, (item) => item.financingNo).map((line) => ({
        ...line,
        amounts: yearsInOrder(line.amounts),
      })),
      costs: yearsInOrder(project.costs),
    },
  };
}

function yearsInOrder(amounts: readonly YearAmount[]): readonly YearAmount[] {
  const held = amounts.filter((entry) => entry.amountSek !== 0).map(({ year, amountSek }) => ({ year, amountSek }));
  return sortedByKeys(held, (entry) => entry.year);
}
