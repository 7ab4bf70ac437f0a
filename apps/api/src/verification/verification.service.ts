import { Injectable } from '@nestjs/common';
import { accept, fingerprint, type Result } from '@fordela/domain';
import { roundScoringVersion } from '@fordela/scoring';
import { sentence } from '@fordela/wording';
import { AllocationService, type Recomputed } from '../allocation/allocation.service';
import { AppError } from '../platform/errors/app-error';
import type { EngineRecord } from '../record/engine-record.types';
import { RecordService } from '../record/record.service';
import { ScoringService } from '../scoring/scoring.service';
import { compareRecord, type RecordComparison } from './compare-record';
import { recomputedScores, scorePartsOfCall, type RecordedScores } from './recomputed-scores';
import type { RecordDifference, RecordVerification, UncomparedPart } from './verification.types';

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
    const answer =
      record.kind === 'allocation'
        ? await this.allocations.recomputed(record.result, record.problem)
        : await this.scores(record);
    const comparison = answer.ok
      ? compareRecord(record, answer.value.result, this.records.changedParts(record))
      : refused(record, answer.refusal);
    const problemIsIntact = fingerprint(record.problem) === record.problemFingerprint;
    return {
      recordId: id,
      isReproduced: problemIsIntact && comparison.differences.length === 0,
      recordedEngineVersion: record.engineVersion,
      engineVersion: answer.ok ? answer.value.engineVersion : null,
      methodIsChanged: comparison.differences.some(({ kind }) => kind === 'record-method-differs'),
      problemIsIntact,
      hasFingerprints: record.fingerprints !== null,
      recordedFingerprint: comparison.recordedFingerprint,
      recomputedFingerprint: comparison.recomputedFingerprint,
      differences: comparison.differences.map(worded),
      notRecomputed: notRecomputed(record.kind, answer.ok ? answer.value.partsOfCall : []),
    };
  }

  private async scores({ problem, result }: EngineRecord): Promise<Result<Recomputed>> {
    const answer = await this.scoring.answer(problem);
    if (!answer.ok) return answer;
    const recomputed = recomputedScores(result as RecordedScores, answer.value);
    return accept({
      engineVersion: `additive-value@${roundScoringVersion}`,
      result: recomputed,
      partsOfCall: scorePartsOfCall,
    });
  }
}

/** A problem the engine refuses now gives nothing to compare with. */
function refused({ result }: EngineRecord, refusal: unknown): RecordComparison {
  const difference = { path: ['refusal'], recorded: null, recomputed: refusal, kind: 'record-figure-differs' } as const;
  return {
    recordedFingerprint: fingerprint(result),
    recomputedFingerprint: fingerprint(refusal),
    differences: [difference],
  };
}

const longestFigure = 120;

function worded({ path, recorded, recomputed, kind }: RecordComparison['differences'][number]): RecordDifference {
  const figure = path.join('.');
  const params = { figure, recorded: shown(recorded), recomputed: shown(recomputed) };
  return {
    figure,
    recorded,
    recomputed,
    code: kind,
    messageSv: sentence(kind, params, 'sv'),
    messageEn: sentence(kind, params, 'en'),
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > longestFigure ? `${text.slice(0, longestFigure)}…` : text;
}

/** What is not computed again, and why. */
function notRecomputed(kind: EngineRecord['kind'], ofCall: readonly string[]): UncomparedPart[] {
  const part = (figure: string, code: string): UncomparedPart => ({
    figure,
    code,
    messageSv: sentence(code, { figure }, 'sv'),
    messageEn: sentence(code, { figure }, 'en'),
  });
  return [
    part('recordedAt', 'record-part-of-clock'),
    ...(kind === 'allocation' ? [part('certificate.nodes', 'record-part-of-solver')] : []),
    ...ofCall.map((figure) => part(figure, 'record-part-of-call')),
  ];
}
