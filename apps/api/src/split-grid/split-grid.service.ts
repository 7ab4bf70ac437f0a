import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Result, type Round } from '@fordela/domain';
import type { GridPoint, SplitGridOutcome } from '@fordela/portfolio';
import { AllocationService, inArguments, namedIn, taskAnswer } from '../allocation/allocation.service';
import type { Certificate } from '../allocation/allocation.types';
import type { SplitGrid, SplitGridArgs, SplitGridPoint } from './split-grid.types';

const mostSteps = 20;

/** The best portfolio of a call at every division between three pots or more. */
@Injectable()
export class SplitGridService {
  constructor(private readonly allocations: AllocationService) {}

  /** Refused when the choices or the pots cannot be used. AppError NOT_FOUND when there is no such call. */
  async ofCall({ callId, options, dimension, pots, steps }: SplitGridArgs): Promise<Result<SplitGrid>> {
    if (steps < 1 || steps > mostSteps) return refuse([refusal('sweep-steps', ['steps'], { steps, most: mostSteps })]);
    const task = { task: 'split-grid', dimension, pots: pots.map((groups) => [...groups]), steps };
    const asked = await this.allocations.ask(callId, options, [task]);
    if (!asked.ok) return refuse(inArguments(asked.refusal));
    const { outcome, fields } = taskAnswer<SplitGridOutcome>(asked.value, 'split-grid');
    return accept({
      ...fields,
      dimension,
      budgetSek: outcome.budget,
      free: outcome.free.certificate as Certificate,
      points: outcome.points.map((point) => shownPoint(asked.value.round, outcome, point)),
    });
  }
}

function shownPoint(round: Round, { pots, best }: SplitGridOutcome, point: GridPoint): SplitGridPoint {
  const named = namedIn(round);
  const { shares, used, status, value, price, money, unused, funded, againstFree } = point;
  return {
    pots: pots.map(({ id }) => ({ pot: id, share: shares[id]!, usedSek: used[id]! })),
    status,
    value,
    price,
    grantedSek: money,
    unusedSek: unused,
    applications: funded.map(({ project }) => named(project)),
    entering: againstFree.entering.map(named),
    leaving: againstFree.leaving.map(named),
    isBest: best.some((own) => pots.every(({ id }) => own[id] === shares[id])),
  };
}
