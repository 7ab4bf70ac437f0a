import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Result, type Round } from '@fordela/domain';
import type { LimitPrice, LimitPricesOutcome, OptimiseOutcome } from '@fordela/portfolio';
import { AllocationService, inArguments, namedIn, taskAnswer } from '../allocation/allocation.service';
import type { Certificate } from '../allocation/allocation.types';
import { wordedLimit } from '../platform/limit-in-words';
import type { LimitPrices, LimitPricesArgs, PricedLimit } from './limit-prices.types';

/** What the limits of a call cost. */
@Injectable()
export class LimitPricesService {
  constructor(private readonly allocations: AllocationService) {}

  /** Refused when the choices cannot be used; limits that cannot hold together are an answer. AppError NOT_FOUND for no such call. */
  async ofCall({ callId, options, stepSek }: LimitPricesArgs): Promise<Result<LimitPrices>> {
    if (stepSek < 1)
      return refuse([refusal('number-outside-range', ['stepSek'], { value: stepSek, least: 1, most: 1e12 })]);
    const optimised = await this.allocations.ask(callId, options, [{ task: 'optimise' }]);
    if (!optimised.ok) return refuse(inArguments(optimised.refusal));
    const { outcome, fields } = taskAnswer<OptimiseOutcome>(optimised.value, 'optimise');
    if (outcome.conflict)
      return accept({
        ...fields,
        certificate: outcome.certificate as Certificate,
        limits: [],
        dimensions: [],
        conflict: outcome.conflict.limits.map((limit) => ({ ...limit, ...wordedLimit(optimised.value.round, limit) })),
      });
    return this.prices({ callId, options, stepSek });
  }

  private async prices({ callId, options, stepSek }: LimitPricesArgs): Promise<Result<LimitPrices>> {
    const asked = await this.allocations.ask(callId, options, [{ task: 'limit-prices', step: stepSek }]);
    if (!asked.ok) return refuse(inArguments(asked.refusal));
    const { outcome, fields } = taskAnswer<LimitPricesOutcome>(asked.value, 'limit-prices');
    const { round } = asked.value;
    const named = namedIn(round);
    return accept({
      ...fields,
      certificate: outcome.certificate as Certificate,
      limits: outcome.limits.map((limit) => pricedLimit(round, limit)).sort((a, b) => (b.price ?? 0) - (a.price ?? 0)),
      dimensions: outcome.dimensions.map(({ dimension, price, entering, leaving }) => ({
        dimension,
        price,
        entering: entering.map(named),
        leaving: leaving.map(named),
      })),
      conflict: null,
    });
  }
}

function pricedLimit(round: Round, own: LimitPrice): PricedLimit {
  const named = namedIn(round);
  const { limit, params, price, unused, entering, leaving, perStep } = own;
  return {
    limit,
    params,
    ...wordedLimit(round, own),
    price,
    unused,
    entering: entering.map(named),
    leaving: leaving.map(named),
    perStep: perStep && {
      stepSek: perStep.step,
      gain: perStep.gain,
      entering: perStep.entering.map(named),
      leaving: perStep.leaving.map(named),
    },
  };
}
