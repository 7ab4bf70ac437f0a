import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Refusal, type Result, type Round } from '@fordela/domain';
import type { EfficientOutcome } from '@fordela/portfolio';
import { groupName, sentence, type Language } from '@fordela/wording';
import { AllocationService, inArguments, namedIn, shortPortfolio, taskAnswer } from '../allocation/allocation.service';
import type {
  AimInput,
  EfficientPortfolios,
  EfficientPortfoliosArgs,
  FrontierAim,
  FrontierPoint,
} from './frontier.types';

const [fewestAims, mostAims, mostListed, mostStates] = [2, 6, 2_000, 3_000_000];

/** The efficient portfolios of a call for chosen aims. */
@Injectable()
export class FrontierService {
  constructor(private readonly allocations: AllocationService) {}

  /** Refused when the choices or an aim cannot be used. AppError NOT_FOUND when there is no such call. */
  async ofCall({
    callId,
    options,
    aims,
    list,
    stateLimit,
  }: EfficientPortfoliosArgs): Promise<Result<EfficientPortfolios>> {
    const faults = faultsOf(aims, list, stateLimit);
    if (faults.length > 0) return refuse(faults);
    const task = { task: 'efficient-portfolios', aims: aims.map(engineAim), list: 1, markSupported: true, stateLimit };
    const asked = await this.allocations.ask(callId, options, [task], true);
    if (!asked.ok) return refuse(inArguments(asked.refusal));
    const { outcome, fields } = taskAnswer<EfficientOutcome>(asked.value, 'efficient-portfolios');
    const { round } = asked.value;
    return accept({
      ...fields,
      aims: aims.map((aim, index) => shownAim(round, aim, outcome, index)),
      isComplete: outcome.complete,
      proof: outcome.proof,
      statesVisited: outcome.statesVisited,
      frontierSize: outcome.frontierSize,
      portfolioCount: outcome.portfolioCount,
      points: pointsOf(round, outcome.frontier.slice(0, list), outcome.proof?.efficient ?? null),
      applications: outcome.projects.map(({ project, coreIndex, decision }) => ({
        ...namedIn(round)(project),
        coreIndex,
        decision,
      })),
    });
  }
}

function faultsOf(aims: readonly AimInput[], list: number, stateLimit: number): Refusal[] {
  const outside = (name: string, value: number, least: number, most: number) =>
    value < least || value > most ? [refusal('number-outside-range', [name], { value, least, most })] : [];
  const needed = {
    criterion: ['criterionId'],
    group_money: ['dimension', 'groups'],
    smallest_group: ['dimension'],
  } as const satisfies Partial<Record<AimInput['aim'], readonly (keyof AimInput)[]>>;
  return [
    ...outside('aims', aims.length, fewestAims, mostAims),
    ...outside('list', list, 1, mostListed),
    ...outside('stateLimit', stateLimit, 1, mostStates),
    ...aims.flatMap((aim, index) =>
      (aim.aim in needed ? needed[aim.aim as keyof typeof needed] : [])
        .filter((field) => (aim[field] ?? []).length === 0)
        .map((field) => refusal('aim-incomplete', ['aims', index, field], { aim: aim.aim, field })),
    ),
  ];
}

/** An aim in the words of docs/formats/allocation-problem.md. */
function engineAim({ aim, criterionId, dimension, groups, direction }: AimInput): string | object {
  const towards = direction ? { direction } : {};
  switch (aim) {
    case 'value':
      return 'sum_of_value';
    case 'value_times_money':
    case 'least_money':
      return aim;
    case 'criterion':
      return { objective: 'sum_of_value', of: criterionId };
    case 'grants':
      return { objective: 'grants', ...towards };
    case 'group_money':
      return { objective: 'group_money', dimension, groups: [...(groups ?? [])], ...towards };
    case 'smallest_group':
      return { objective: 'most_equal', measure: 'smallest_group', dimension };
  }
}

const codes = {
  value: 'aim-value',
  value_times_money: 'aim-value-times-money',
  least_money: 'aim-least-money',
  criterion: 'aim-criterion',
  grants: 'aim-grants',
  group_money: 'aim-group-money',
  smallest_group: 'aim-smallest-group',
} as const satisfies Record<AimInput['aim'], string>;

function shownAim(
  { criteria, municipalities }: Round,
  input: AimInput,
  { aims, best, worst }: EfficientOutcome,
  index: number,
): FrontierAim {
  const { unit, direction } = aims[index]!;
  const criterion = criteria.find(({ id }) => id === input.criterionId);
  const groups = (language: Language) =>
    (input.groups ?? []).map((group) => {
      const known = municipalities.find(({ code }) => code === group)?.name ?? group;
      return groupName(input.dimension ?? '', group, known, language);
    });
  const params = {
    nameSv: criterion?.nameSv ?? '',
    nameEn: criterion?.nameEn ?? '',
    groupsSv: groups('sv'),
    groupsEn: groups('en'),
  };
  return {
    aim: input.aim,
    unit,
    direction,
    best: best[index] ?? null,
    worst: worst[index] ?? null,
    nameSv: sentence(codes[input.aim], params, 'sv'),
    nameEn: sentence(codes[input.aim], params, 'en'),
  };
}

function pointsOf(
  round: Round,
  frontier: EfficientOutcome['frontier'],
  proven: readonly boolean[] | null,
): FrontierPoint[] {
  const named = namedIn(round);
  return frontier.map(({ values, supported, portfolioCount, portfolios }, index) => {
    const ids = Object.keys(portfolios[0]!.levels).sort();
    const before = Object.keys(frontier[index - 1]?.portfolios[0]?.levels ?? {}).sort();
    return {
      values,
      isSupported: supported,
      isProven: proven?.[index] ?? true,
      portfolioCount,
      portfolio: shortPortfolio(round, portfolios[0]!),
      entering: index === 0 ? [] : ids.filter((id) => !before.includes(id)).map(named),
      leaving: before.filter((id) => !ids.includes(id)).map(named),
    };
  });
}
