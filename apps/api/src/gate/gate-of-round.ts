import {
  checkRound,
  findingKey,
  gateOf,
  type Finding as FindingData,
  type Gate as GateData,
  type Round,
  type RuleBook,
} from '@fordela/domain';
import { checklistTexts } from '@fordela/wording';
import type { Finding } from '../findings/finding.types';
import type { GateHistory } from './gate.repository';
import type { Gate } from './gate.types';

/** The gates of a round: the domain's, and as they are shown. */
export interface GateInRound {
  readonly data: GateData;
  /** The day whose rules were applied. */
  readonly asOf: string;
  readonly findings: readonly FindingData[];
  readonly history: GateHistory;
  readonly version: number;
}

/** Every application's gate, by id: what the rules find on the call's day of decision, and what people have said of it. */
export function gatesOfRound(round: Round, ruleBook: RuleBook, history: GateHistory): ReadonlyMap<string, GateInRound> {
  const findings = checkRound(round, ruleBook);
  return new Map(
    round.applications.map((application) => {
      const own = {
        reviews: history.reviews.filter(({ applicationId }) => applicationId === application.id),
        rulings: history.rulings.filter(({ applicationId }) => applicationId === application.id),
        requests: history.requests.filter(({ applicationId }) => applicationId === application.id),
      };
      const data = gateOf(round, ruleBook, application, findings, {
        findingReviews: own.reviews.map((review) => ({ ...review, reviewedAt: review.reviewedAt.toISOString() })),
        rulings: own.rulings.map((ruling) => ({ ...ruling, ruledAt: ruling.ruledAt.toISOString() })),
      });
      const version =
        own.reviews.length +
        own.rulings.length +
        own.requests.reduce((sum, item) => sum + (item.answeredDate ? 2 : 1), 0);
      return [application.id, { data, asOf: round.call.decisionDate, findings, history: own, version }] as const;
    }),
  );
}

/** The number of the next entry of an application's history. */
export const nextNo = ({ reviews, rulings, requests }: GateHistory) =>
  1 + Math.max(0, ...[...reviews, ...rulings, ...requests].map(({ no }) => no));

/** A gate as it is shown. */
export function gateOnTheWire(
  { data, history, version }: GateInRound,
  ruleBookVersion: string,
  worded: (finding: FindingData) => Finding,
): Gate {
  const { reviews, rulings, requests } = history;
  return {
    applicationId: data.applicationId,
    isBlocked: data.isBlocked,
    needsReview: data.needsReview,
    awaitsCompletion: requests.some(({ answeredDate }) => answeredDate === null),
    ruleBookVersion,
    version,
    lines: data.lines.map(({ item, findings, ...line }) => ({
      ...line,
      item,
      nameSv: checklistTexts[item]?.sv ?? item,
      nameEn: checklistTexts[item]?.en ?? item,
      findings: findings.map(({ finding }) => {
        const own = reviews.filter((review) => review.findingKey === findingKey(finding));
        return { finding: worded(finding), review: own.at(-1) ?? null };
      }),
    })),
    ruling: rulings.at(-1) ?? null,
    reviews,
    rulings,
    completionRequests: requests,
  };
}

/** Why a blocked application is left out of the allocation: the ruling's own reason, or the rules whose errors stand. */
export function blockedReason({ data }: GateInRound): string {
  if (data.ruling?.ruling === 'ineligible') return data.ruling.reason;
  const standing = data.lines
    .flatMap(({ findings }) => findings)
    .filter(({ finding, review }) => finding.severity === 'error' && review?.decision !== 'overridden');
  return `ineligible: ${[...new Set(standing.map(({ finding }) => finding.ruleId))].sort().join(', ')}`;
}
