import { Injectable } from '@nestjs/common';
import {
  checkRound,
  defaultRuleBook,
  findingKey,
  type Finding as FindingData,
  type Round,
  type RuleParameter as RuleParameterData,
} from '@fordela/domain';
import { figureTexts, ruleTexts, sentence } from '@fordela/wording';
import { RoundService } from '../round/round.service';
import { AppError } from '../platform/errors/app-error';
import { listEach, type Batch } from '../platform/graphql/loaders';
import type { Finding, Rule, RuleParameter } from './finding.types';

/** What the rules of the money find in a call, worded. */
@Injectable()
export class FindingsService {
  constructor(private readonly rounds: RoundService) {}

  /** Findings by call, for one request: every application of a call rests on the same look at its round. */
  readonly ofCalls: Batch<string, readonly Finding[]> = async (callIds) => {
    const found: Finding[][] = [];
    for (const callId of callIds) {
      const round = await this.rounds.find(callId);
      if (!round) throw new AppError('NOT_FOUND', 'call-not-found', { id: callId });
      found.push(this.inRound(round));
    }
    return found;
  };

  /** What the rules in force on the call's day of decision, or another, find in a round. */
  inRound(round: Round, asOf: string = round.call.decisionDate): Finding[] {
    return checkRound(round, defaultRuleBook, { asOf }).map(worded);
  }

  /** What the rules in force on a day find in a call. AppError NOT_FOUND when there is no such call. */
  async ofCall(callId: string, asOf: string | null): Promise<readonly Finding[]> {
    const round = await this.rounds.load(callId);
    return this.inRound(round, asOf ?? undefined);
  }

  /** Ids of the applications of a call with a finding, of the given severities or any. */
  async applicationIdsWithFindings(callId: string, severities: readonly string[] | null): Promise<readonly string[]> {
    const findings = await this.ofCall(callId, null);
    const wanted = findings.filter(({ severity }) => severities === null || severities.includes(severity));
    return [...new Set(wanted.flatMap(({ applicationId }) => applicationId ?? []))];
  }

  /** Every rule there is, with all its dates. */
  rules(): readonly Rule[] {
    const figures = listEach(
      defaultRuleBook.rules.map((rule) => rule.ruleId),
      defaultRuleBook.rules.flatMap((rule) =>
        defaultRuleBook.parameters
          .filter((parameter) => rule.parameterIds.includes(parameter.id))
          .map((parameter) => ({ ruleId: rule.ruleId, parameter: wordedFigure(parameter) })),
      ),
      ({ ruleId }) => ruleId,
    );
    return defaultRuleBook.rules.map((rule, index) => ({
      ...rule,
      sources: [...rule.sources],
      parameters: figures[index]!.map(({ parameter }) => parameter),
      ...nameAndRemedy(rule.ruleId),
    }));
  }
}

function nameAndRemedy(ruleId: string) {
  const text = ruleTexts[ruleId];
  return {
    nameSv: text?.name.sv ?? ruleId,
    nameEn: text?.name.en ?? ruleId,
    remedySv: text?.remedy.sv ?? '',
    remedyEn: text?.remedy.en ?? '',
  };
}

function wordedFigure(parameter: RuleParameterData): RuleParameter {
  const name = figureTexts[parameter.id];
  return { ...parameter, nameSv: name?.sv ?? parameter.id, nameEn: name?.en ?? parameter.id };
}

function worded(finding: FindingData): Finding {
  const { nameSv, nameEn, remedySv, remedyEn } = nameAndRemedy(finding.ruleId);
  const rule = defaultRuleBook.rules.find(
    ({ ruleId, version }) => ruleId === finding.ruleId && version === finding.ruleVersion,
  );
  return {
    ...finding,
    key: findingKey(finding),
    path: finding.path.map(String),
    sources: rule?.sources ?? [],
    ruleNameSv: nameSv,
    ruleNameEn: nameEn,
    messageSv: sentence(finding.code, finding.params, 'sv'),
    messageEn: sentence(finding.code, finding.params, 'en'),
    remedySv,
    remedyEn,
  };
}
