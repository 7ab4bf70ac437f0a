import { Injectable } from '@nestjs/common';
import { canonicalJson, fingerprint } from '@fordela/domain';
import { AllocationService } from '../allocation/allocation.service';
import type { Allocation } from '../allocation/allocation.types';
import { AppError } from '../platform/errors/app-error';
import type { EngineRecord } from '../record/engine-record.types';
import { RecordService } from '../record/record.service';
import { ScoringService } from '../scoring/scoring.service';
import type { RecordDifference, RecordVerification } from './verification.types';

/** The figures of a record that are compared, by name; and which engine gave them. */
interface Figures {
  readonly engineVersion: string;
  readonly figures: Readonly<Record<string, unknown>>;
}

/** Computes records again from their own problems, so that a decision basis can be shown to hold years later. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly records: RecordService,
    private readonly allocations: AllocationService,
    private readonly scoring: ScoringService,
  ) {}

  /** The record computed again. AppError NOT_FOUND when there is no such record. */
  async verify(id: string): Promise<RecordVerification> {
    const [record] = await this.records.record([id]);
    if (!record) throw new AppError('NOT_FOUND', 'record-not-found', { id });
    const [then, now] =
      record.kind === 'allocation' ? await this.allocationFigures(record) : await this.scoreFigures(record);
    const names = [...new Set([...Object.keys(then.figures), ...Object.keys(now.figures)])];
    const differences = names.flatMap((figure): RecordDifference[] => {
      const [recorded, recomputed] = [then.figures[figure] ?? null, now.figures[figure] ?? null];
      return canonicalJson(recorded) === canonicalJson(recomputed) ? [] : [{ figure, recorded, recomputed }];
    });
    const problemIsIntact = fingerprint(record.problem) === record.problemFingerprint;
    return {
      recordId: id,
      isReproduced: problemIsIntact && differences.length === 0,
      recordedEngineVersion: then.engineVersion,
      engineVersion: now.engineVersion,
      problemIsIntact,
      differences,
    };
  }

  private async allocationFigures({ problem, result }: EngineRecord): Promise<readonly [Figures, Figures]> {
    const { funded, certificate, inputFingerprint, engineVersion } = result as Allocation;
    const answer = await this.allocations.allocate(problem);
    const then = {
      engineVersion,
      figures: {
        inputFingerprint,
        objective: certificate.objective,
        status: certificate.status,
        granted: Object.fromEntries(funded.map(({ applicationId, grantedSek }) => [applicationId, grantedSek])),
      },
    };
    if (!answer.ok) return [then, { engineVersion, figures: { refusal: answer.refusal } }];
    const outcome = answer.value.results[0]?.outcome as {
      readonly certificate: { readonly objective: number; readonly status: string };
      readonly portfolio: { readonly funded: readonly { readonly project: string; readonly money: number }[] } | null;
    };
    const granted = (outcome.portfolio?.funded ?? []).map(({ project, money }) => [project, money] as const);
    const now = {
      engineVersion: answer.value.engineVersion,
      figures: {
        inputFingerprint: answer.value.inputFingerprint,
        objective: outcome.certificate.objective,
        status: outcome.certificate.status,
        granted: Object.fromEntries(granted),
      },
    };
    return [then, now];
  }

  private async scoreFigures({ problem, result, engineVersion }: EngineRecord): Promise<readonly [Figures, Figures]> {
    const { applications } = result as {
      readonly applications: readonly { readonly applicationId: string; readonly score: number | null }[];
    };
    const recorded = applications.flatMap(({ applicationId, score }) =>
      score === null ? [] : [[applicationId, score] as const],
    );
    const then = { engineVersion, figures: { scores: Object.fromEntries(recorded) } };
    const answer = await this.scoring.evaluate(problem);
    if (!answer.ok) return [then, { engineVersion, figures: { refusal: answer.refusal } }];
    const own = answer.value.results[0];
    const { scores } = own?.outcome as { readonly scores: readonly { alternative: string; score: number }[] };
    const figures = { scores: Object.fromEntries(scores.map(({ alternative, score }) => [alternative, score])) };
    return [then, { engineVersion: `${own?.task}@${own?.methodVersion}`, figures }];
  }
}
