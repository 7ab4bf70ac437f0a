import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Params, type Result, type Round } from '@fordela/domain';
import type { OverridesOutcome, ReasonsOutcome } from '@fordela/portfolio';
import { changeSentence, reasonSentence, unsettledSentence, type Language, type Turn } from '@fordela/wording';
import type { AllocationOptionsInput } from '../allocation/allocation-options.types';
import { AllocationService, namedIn, taskAnswer } from '../allocation/allocation.service';
import type { Certificate } from '../allocation/allocation.types';
import type { NamedApplication } from '../allocation/task-answer.types';
import { limitParams, wordedLimit, type WordedLimit } from '../platform/limit-in-words';
import type { Explanation, Explanations, Fate, OverridePrice, OverridePrices } from './explanation.types';

type Reason = ReasonsOutcome['reasons'][number];
type Override = OverridesOutcome['overrides'][number];

/** Why each application is in the best portfolio or not, and what it costs to overrule that. */
@Injectable()
export class ExplanationService {
  constructor(private readonly allocations: AllocationService) {}

  /** Reasons for the applications of a call, or some of them. AppError NOT_FOUND when there is no such call. */
  async ofCall(
    callId: string,
    options: AllocationOptionsInput,
    applicationIds: readonly string[] | null,
  ): Promise<Result<Explanations>> {
    const task = { task: 'reasons', ...(applicationIds ? { projects: [...applicationIds] } : {}) };
    const asked = await this.allocations.ask(callId, options, [task], true);
    if (!asked.ok)
      return refuse(asked.refusal.map((problem) => ({ ...problem, path: placeIn(problem.path, 'applicationIds') })));
    const { certificate, reasons } = taskAnswer<ReasonsOutcome>(asked.value, 'reasons').outcome;
    const { round, scores } = asked.value;
    const most = scores.criteria.reduce((sum, { weight }) => sum + weight, 0);
    return accept({
      certificate: certificate as Certificate,
      explanations: reasons.map((reason) => explained(round, [0, most], reason)),
    });
  }

  /**
   * The price of forcing each application in or out. The reason given for asking comes back with the answer; nothing is stored.
   * Refusals name the list, and the place in it, of an application that is not in the call or stands in both lists.
   */
  async overrides(
    callId: string,
    options: AllocationOptionsInput,
    into: readonly string[],
    out: readonly string[],
    reason: string | null,
  ): Promise<Result<OverridePrices>> {
    if (into.length + out.length === 0) return refuse([refusal('override-missing', ['in'])]);
    const bothWays = out.flatMap((id, place) =>
      into.includes(id) ? [refusal('allocation-must-and-excluded', ['out', place], { project: id })] : [],
    );
    if (bothWays.length > 0) return refuse(bothWays);
    const overrides = [...into.map((id) => ({ in: [id] })), ...out.map((id) => ({ out: [id] }))];
    const asked = await this.allocations.ask(callId, options, [{ task: 'overrides', overrides }]);
    if (!asked.ok)
      return refuse(asked.refusal.map((problem) => ({ ...problem, path: placeOfOverride(problem.path, into.length) })));
    const { overrides: measured, together } = taskAnswer<OverridesOutcome>(asked.value, 'overrides').outcome;
    const priced = (override: Override) => pricedOverride(asked.value.round, override);
    return accept({
      overrides: measured.map(priced),
      together: together && priced(together),
      reason: reason?.trim() || null,
    });
  }
}

/** A place in the task is a place in the list the reader gave; every other place is in the options. */
const placeIn = (path: readonly (string | number)[], list: string) =>
  path[0] === 'tasks' ? [list, ...path.slice(3)] : ['options', ...path];

/** Override k is the k-th application forced in or, past those, one forced out. */
function placeOfOverride(path: readonly (string | number)[], forcedIn: number): readonly (string | number)[] {
  const [, , list, place] = path;
  if (path[0] !== 'tasks' || list !== 'overrides' || typeof place !== 'number') return placeIn(path, 'in');
  return place < forcedIn ? ['in', place] : ['out', place - forcedIn];
}

const worded = (round: Round, { blockedBy }: Pick<Reason, 'blockedBy'>): WordedLimit[] =>
  (blockedBy?.limits ?? []).map((limit) => wordedLimit(round, limit));

const turns: Readonly<Record<Reason['fate'], Turn>> = {
  funded: 'out',
  'must-fund': 'out',
  indispensable: 'out',
  'funded-in-part': 'whole',
  'not-funded': 'in',
  tied: 'in',
  impossible: 'in',
  excluded: 'in',
  done: 'in',
};

function explained(round: Round, scoreScale: readonly [number, number], reason: Reason): Explanation {
  const named = namedIn(round);
  const turn = turns[reason.fate];
  const blockedBy = worded(round, reason);
  const [leaving, entering] = [reason.leaving, reason.entering].map((ids) =>
    ids.filter((id) => id !== reason.project).map(named),
  ) as [NamedApplication[], NamedApplication[]];
  const { title } = named(reason.project);
  const told = {
    fate: reason.fate,
    name: title,
    price: reason.price,
    others: (turn === 'out' ? entering : leaving).map((other) => other.title),
    decision: reason.decision,
  };
  return {
    applicationId: reason.project,
    title,
    fate: reason.fate as Fate,
    price: reason.price,
    leaving,
    entering,
    blockedBy,
    fundedWithoutDecision: reason.fundedWithoutDecision,
    changes: reason.changes.map((change) => {
      const message = (language: Language) =>
        changeSentence(
          { ...change, params: { ...changeParams(round, change.params, language), scoreScale } },
          turn,
          language,
        );
      return {
        ...change,
        entering: change.entering.map(named),
        leaving: change.leaving.map(named),
        messageSv: message('sv'),
        messageEn: message('en'),
      };
    }),
    unsettledSv: unsettledSentence(reason.unsettled?.length ?? 0, 'sv'),
    unsettledEn: unsettledSentence(reason.unsettled?.length ?? 0, 'en'),
    messageSv: reasonSentence({ ...told, limits: blockedBy.map(({ messageSv }) => messageSv) }, 'sv'),
    messageEn: reasonSentence({ ...told, limits: blockedBy.map(({ messageEn }) => messageEn) }, 'en'),
  };
}

/** The figures of a change with names in the reader's language: of its criterion, and of what its limit is about. */
function changeParams(round: Round, params: Params, language: Language): Params {
  const criterion = round.criteria.find(({ id }) => id === params['criterion']);
  const name = language === 'sv' ? criterion?.nameSv : criterion?.nameEn;
  return { ...limitParams(round, params, language), ...(name === undefined ? {} : { criterionName: name }) };
}

function pricedOverride(round: Round, override: Override): OverridePrice {
  const { in: into, out, status, price, entering, leaving } = override;
  const named = namedIn(round);
  const forced = new Set([...into, ...out]);
  const displaced = (ids: readonly string[]) => ids.filter((id) => !forced.has(id)).map(named);
  return {
    in: into.map(named),
    out: out.map(named),
    isPossible: status !== 'infeasible',
    price,
    entering: displaced(entering),
    leaving: displaced(leaving),
    blockedBy: worded(round, override),
  };
}
