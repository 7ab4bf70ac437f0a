import {
  accept,
  amountIn,
  parameterOn,
  refusal,
  refuse,
  splitByLargestRemainder,
  sumYears,
  type Application,
  type Path,
  type Refusal,
  type Result,
  type Round,
  type RuleBook,
  type Sek,
} from '@fordela/domain';
import { liquidityForecast, type LiquidityForecast } from './liquidity-forecast';
import type { ClaimRule, LiquidityParameters, LiquidityPhase, LiquidityProject } from './liquidity-project';

/** One application that goes ahead: with what 1:1 grant, and which of its phases. */
export interface SelectedApplication {
  readonly applicationId: string;
  /** Null = what was requested. */
  readonly grantedSek: Sek | null;
  /** Null = all. */
  readonly donePhases: readonly number[] | null;
}

/**
 * The liquidity forecast of the applications chosen in a round.
 *
 * Rule    The decided 1:1 grant takes the place of the 1:1 lines of the application, year by year in their proportion. Financing that is
 *         only applied for or intended is reckoned with as stated. An application without phases is one phase from its start to its end.
 * Errors  liquidity-unknown-application, liquidity-no-months, and those of `liquidityForecast`.
 */
export function liquidityOf(
  round: Round,
  selection: readonly SelectedApplication[],
  parameters: LiquidityParameters,
  path: Path = [],
): Result<LiquidityForecast> {
  const byId = new Map(round.applications.map((application) => [application.id, application]));
  const refusals: Refusal[] = [];
  const projects = selection.flatMap((selected, i): LiquidityProject[] => {
    const application = byId.get(selected.applicationId);
    const place = [...path, 'selection', i];
    if (!application) {
      refusals.push(refusal('liquidity-unknown-application', place, { application: selected.applicationId }));
      return [];
    }
    const phases = phasesOf(application);
    if (!phases) {
      refusals.push(refusal('liquidity-no-months', place, { application: application.id }));
      return [];
    }
    return [projectOf(application, phases, selected)];
  });
  return refusals.length > 0 ? refuse(refusals) : liquidityForecast(projects, parameters, path);
}

function phasesOf({ project }: Application): readonly LiquidityPhase[] | null {
  const stated = project.phases.filter(({ costs }) => sumYears(costs) > 0);
  if (stated.length > 0)
    return stated.map(({ phaseNo, name, startMonth, endMonth, costs }) => ({
      ...{ no: phaseNo, name, costs },
      start: startMonth,
      end: endMonth,
    }));
  if (!project.startMonth || !project.endMonth) return null;
  return [{ no: 1, name: project.title, start: project.startMonth, end: project.endMonth, costs: project.costs }];
}

function projectOf(
  application: Application,
  phases: readonly LiquidityPhase[],
  { grantedSek, donePhases }: SelectedApplication,
): LiquidityProject {
  const { project } = application;
  const own = project.financing.filter(({ sourceType, kind }) => sourceType === 'state_1_1' && kind === 'cash');
  const stated = own.flatMap(({ amounts }) => amounts);
  const years = stated.length > 0 ? stated : application.requested;
  const pieces =
    grantedSek === null || years.length === 0
      ? years.map(({ amountSek }) => amountSek)
      : splitByLargestRemainder(
          grantedSek,
          years.some(({ amountSek }) => amountSek > 0) ? years.map(({ amountSek }) => amountSek) : years.map(() => 1),
        );
  const yearNumbers = [...new Set(years.map(({ year }) => year))].sort((a, b) => a - b);
  const grant = yearNumbers.map((year) => ({
    year,
    amountSek: years.reduce((sum, entry, i) => (entry.year === year ? sum + (pieces[i] as Sek) : sum), 0),
  }));
  return {
    id: application.id,
    title: project.title,
    phases,
    donePhases,
    financing: [
      { source: 'state_1_1', kind: 'cash', amounts: grant.filter(({ year }) => amountIn(grant, year) > 0) },
      ...project.financing
        .filter((line) => !own.includes(line))
        .map(({ sourceType, kind, amounts }) => ({ source: sourceType, kind, amounts })),
    ],
    partners: project.partners.some(({ costSharePct }) => costSharePct > 0)
      ? project.partners.map(({ actorId, costSharePct }) => ({ actor: actorId, part: costSharePct }))
      : [{ actor: project.leadPartnerId, part: 1 }],
    advanceRequestedSek: application.advanceRequestedSek,
  };
}

/** How sources pay in practice, beside what the law says of advances. Every figure with the text it rests on. */
export interface ClaimPractice extends Omit<ClaimRule, 'advance' | 'validFrom' | 'validTo'> {
  /** Null: the source gives no advance. */
  readonly advance: Pick<NonNullable<ClaimRule['advance']>, 'wanted' | 'deductedFrom'> | null;
}

/**
 * Claim rules for a day: the region's practice with the advance ceilings of the rule book (half of the grant and a sum for the whole
 * project), as they stand on that day.
 *
 * Errors  liquidity-no-advance-ceiling when a practice gives advances and the book has no ceilings for the day.
 */
export function claimRulesOn(
  ruleBook: RuleBook,
  day: string,
  practices: readonly ClaimPractice[],
): Result<readonly ClaimRule[]> {
  const share = parameterOn(ruleBook, 'advance_share_ceiling', day);
  const sum = parameterOn(ruleBook, 'advance_ceiling_sek', day);
  const rules: ClaimRule[] = [];
  for (const [i, practice] of practices.entries()) {
    const { advance, ...rest } = practice;
    const dated = { ...rest, validFrom: day, validTo: day };
    if (!advance) rules.push({ ...dated, advance: null });
    else if (typeof share?.value === 'number' && typeof sum?.value === 'number')
      rules.push({ ...dated, advance: { ...advance, mostPctOfGrant: share.value, mostSek: sum.value } });
    else return refuse([refusal('liquidity-no-advance-ceiling', ['practices', i], { source: practice.source, day })]);
  }
  return accept(rules);
}
