import { Injectable } from '@nestjs/common';
import {
  accept,
  easeByCost,
  priorityMatrix,
  readinessOf,
  readinessParts,
  refusal,
  refuse,
  signalShare,
  type Refusal,
  type Result,
} from '@fordela/domain';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { RoundService } from '../round/round.service';
import { scoringChoice, ScoringService } from '../scoring/scoring.service';
import { ForesightRepository } from './foresight.repository';
import type { ApplicationMatrix, ApplicationMatrixArgs, MatrixLines, SignalMatrix } from './matrix.types';

/** The simple prioritisation matrix: two axes, two lines, four fields. */
@Injectable()
export class MatrixService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ForesightRepository,
    private readonly rounds: RoundService,
    private readonly scoring: ScoringService,
    private readonly clock: Clock,
  ) {}

  /** A call's applications: importance is their score by the call's own weights and the standard conventions. */
  async ofCall({ callId, secondAxis, ...lines }: ApplicationMatrixArgs): Promise<Result<ApplicationMatrix>> {
    const problems = lineRefusals(lines);
    if (problems.length > 0) return refuse(problems);
    const round = await this.rounds.load(callId);
    const choice = scoringChoice(null, null);
    if (!choice.ok) return choice;
    const scores = await this.scoring.ofRound(round, choice.value);
    if (!scores.ok) return scores;
    const importance = new Map(scores.value.applications.map(({ applicationId, score }) => [applicationId, score]));
    const ease = easeByCost(round.applications);
    const readiness = new Map(round.applications.map((application) => [application.id, readinessOf(application)]));
    const points = round.applications.map(({ id }) => ({
      id,
      importance: importance.get(id) ?? null,
      readiness: (secondAxis === 'ease' ? ease.get(id) : readiness.get(id)?.value) ?? null,
    }));
    const titles = new Map(round.applications.map(({ id, project }) => [id, project.title]));
    const placed = priorityMatrix(points, { importance: lines.importanceLine, readiness: lines.readinessLine });
    return accept({
      callId,
      isExample: round.call.isExample,
      scoresFingerprint: scores.value.inputFingerprint,
      applications: placed.map(({ id, ...point }) => ({
        ...point,
        applicationId: id,
        title: titles.get(id)!,
        readinessParts: readinessParts.map((part) => ({ part, value: readiness.get(id)!.parts[part] })),
      })),
    });
  }

  /** The signals there are today, dismissed ones left out, by their marks. */
  async ofSignals(lines: MatrixLines): Promise<Result<SignalMatrix>> {
    const problems = lineRefusals(lines);
    if (problems.length > 0) return refuse(problems);
    const signals = await this.unitOfWork.read((tx) => this.repository.signalsUntil(tx, dayOf(this.clock.now())));
    const points = signals.map(({ id, importance, readiness }) => ({
      id,
      importance: signalShare(importance),
      readiness: signalShare(readiness),
    }));
    const placed = priorityMatrix(points, { importance: lines.importanceLine, readiness: lines.readinessLine });
    return accept({ signals: placed.map(({ id, ...point }) => ({ ...point, signalId: id })) });
  }
}

function lineRefusals({ importanceLine, readinessLine }: MatrixLines): readonly Refusal[] {
  return Object.entries({ importanceLine, readinessLine }).flatMap(([name, value]) =>
    value >= 0 && value <= 1 ? [] : [refusal('share-out-of-range', [name], { value })],
  );
}
