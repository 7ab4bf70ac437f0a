import { Injectable } from '@nestjs/common';
import { accept, invariant, refusal, refuse, type Params, type Result, type Round } from '@fordela/domain';
import type { OverridesOutcome, ReasonsOutcome } from '@fordela/portfolio';
import { changeSentence, reasonSentence, sentence } from '@fordela/wording';
import type { AllocationOptionsInput } from '../allocation/allocation-options.types';
import { AllocationService, type AskedProblem } from '../allocation/allocation.service';
import type { Certificate } from '../allocation/allocation.types';
import type {
  DecidingLimit,
  Explanation,
  Explanations,
  Fate,
  NamedApplication,
  OverridePrice,
  OverridePrices,
} from './explanation.types';

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
    const { certificate, reasons } = outcomeOf<ReasonsOutcome>(asked.value, 'reasons');
    const { round } = asked.value;
    return accept({
      certificate: certificate as Certificate,
      explanations: reasons.map((reason) => explained(round, reason)),
    });
  }

  /** The price of forcing each application in or out. */
  async overrides(
    callId: string,
    options: AllocationOptionsInput,
    into: readonly string[],
    out: readonly string[],
  ): Promise<Result<OverridePrices>> {
    if (into.length + out.length === 0) return refuse([refusal('override-missing', ['in'])]);
    const overrides = [...into.map((id) => ({ in: [id] })), ...out.map((id) => ({ out: [id] }))];
    const asked = await this.allocations.ask(callId, options, [{ task: 'overrides', overrides }]);
    if (!asked.ok) return refuse(asked.refusal.map((problem) => ({ ...problem, path: placeIn(problem.path, 'in') })));
    const { overrides: measured, together } = outcomeOf<OverridesOutcome>(asked.value, 'overrides');
    const priced = (override: Override) => pricedOverride(asked.value.round, override);
    return accept({ overrides: measured.map(priced), together: together && priced(together) });
  }
}

function outcomeOf<Outcome>({ answer }: AskedProblem, task: string): Outcome {
  const result = answer.results.find((own) => own.task === task);
  invariant(result, `the problem asks for ${task}`);
  return result.outcome as Outcome;
}

/** A place in the task is a place in the list the reader gave; every other place is in the options. */
const placeIn = (path: readonly (string | number)[], list: string) =>
  path[0] === 'tasks' ? [list, ...path.slice(3)] : ['options', ...path];

const nameIn = ({ applications }: Round) => {
  const titles = new Map(applications.map(({ id, project }) => [id, project.title]));
  return (applicationId: string): NamedApplication => ({
    applicationId,
    title: titles.get(applicationId) ?? applicationId,
  });
};

const worded = (limits: readonly { readonly code: string; readonly params: Params }[] | undefined): DecidingLimit[] =>
  (limits ?? []).map(({ code, params }) => ({
    code,
    messageSv: sentence(code, params, 'sv'),
    messageEn: sentence(code, params, 'en'),
  }));

function explained(round: Round, reason: Reason): Explanation {
  const named = nameIn(round);
  const isIn = reason.fate === 'funded' || reason.fate === 'must-fund' || reason.fate === 'indispensable';
  const [leaving, entering] = [reason.leaving, reason.entering].map((ids) =>
    ids.filter((id) => id !== reason.project).map(named),
  ) as [NamedApplication[], NamedApplication[]];
  const { title } = named(reason.project);
  const told = {
    fate: reason.fate,
    name: title,
    price: reason.price,
    others: (isIn ? entering : leaving).map((other) => other.title),
    decision: reason.decision,
  };
  return {
    applicationId: reason.project,
    title,
    fate: reason.fate as Fate,
    price: reason.price,
    leaving,
    entering,
    blockedBy: worded(reason.blockedBy?.limits),
    fundedWithoutDecision: reason.fundedWithoutDecision,
    changes: reason.changes.map((change) => {
      const own = { ...change, params: withCriterionName(round, change.params) };
      return {
        ...change,
        entering: change.entering.map(named),
        leaving: change.leaving.map(named),
        messageSv: changeSentence(own, !isIn, 'sv'),
        messageEn: changeSentence(own, !isIn, 'en'),
      };
    }),
    messageSv: reasonSentence(told, 'sv'),
    messageEn: reasonSentence(told, 'en'),
  };
}

function withCriterionName({ criteria }: Round, params: Params): Params {
  const criterion = criteria.find(({ id }) => id === params['criterion']);
  return criterion ? { ...params, criterionName: criterion.nameSv } : params;
}

function pricedOverride(
  round: Round,
  { in: into, out, status, price, entering, leaving, blockedBy }: Override,
): OverridePrice {
  const named = nameIn(round);
  const forced = new Set([...into, ...out]);
  const displaced = (ids: readonly string[]) => ids.filter((id) => !forced.has(id)).map(named);
  return {
    in: into.map(named),
    out: out.map(named),
    isPossible: status !== 'infeasible',
    price,
    entering: displaced(entering),
    leaving: displaced(leaving),
    blockedBy: worded(blockedBy?.limits),
  };
}
