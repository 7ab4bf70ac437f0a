import { Injectable } from '@nestjs/common';
import {
  checkRound,
  findingKey,
  parameterOn,
  rulesOn,
  type Finding as FindingData,
  type Round,
  type RuleBook,
} from '@fordela/domain';
import { figureTexts, ruleTexts, sentence } from '@fordela/wording';
import { RoundService } from '../round/round.service';
import { RuleBookService } from '../rule-book/rule-book.service';
import { AppError } from '../platform/errors/app-error';
import type { Batch } from '../platform/graphql/loaders';
import type { Finding, Rule, RuleParameter } from './finding.types';

/** What the rules of the money find in a call, worded. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly rounds: RoundService,
    private readonly ruleBook: RuleBookService,
  ) {}

  /** Findings by call, for one request: every application of a call rests on the same look at its round. */
  readonly ofCalls: Batch<string, readonly Finding[]> = async (callIds) => {
    const book = await this.ruleBook.current();
    const found: Finding[][] = [];
    for (const callId of callIds) {
      const round = await this.rounds.find(callId);
      if (!round) throw new AppError('NOT_FOUND', 'call-not-found', { id: callId });
      found.push(this.inRound(round, book));
    }
    return found;
  };

  /** What the rules in force on the call's day of decision, or another, find in a round. */
  private inRound(round: Round, book: RuleBook, asOf: string = round.call.decisionDate): Finding[] {
    return checkRound(round, book, { asOf }).map((finding) => this.worded(finding, book, asOf));
  }

  /** What the rules in force on a day find in a call. AppError NOT_FOUND when there is no such call. */
  async ofCall(callId: string, asOf: string | null): Promise<readonly Finding[]> {
    const round = await this.rounds.load(callId);
    return this.inRound(round, await this.ruleBook.current(), asOf ?? undefined);
  }

  /** Ids of the applications of a call with a finding, of the given severities or any. */
  async applicationIdsWithFindings(callId: string, severities: readonly string[] | null): Promise<readonly string[]> {
    const findings = await this.ofCall(callId, null);
    const wanted = findings.filter(({ severity }) => severities === null || severities.includes(severity));
    return [...new Set(wanted.flatMap(({ applicationId }) => applicationId ?? []))];
  }

  /** Every rule there is, with all its dates, and which are in force on a day. */
  async rules(asOf: string | null): Promise<readonly Rule[]> {
    const book = await this.ruleBook.current();
    const figures = figuresOf(book, asOf);
    return book.rules.map((rule) => ({
      ...rule,
      sources: [...rule.sources],
      isInForce: asOf === null ? null : rulesOn(book, asOf).includes(rule),
      parameters: figures.filter(({ id }) => rule.parameterIds.includes(id)),
      ...nameAndRemedy(rule.ruleId),
    }));
  }

  /** Every figure there is, with all its dates, and which are in force on a day. */
  async figures(asOf: string | null): Promise<readonly RuleParameter[]> {
    return figuresOf(await this.ruleBook.current(), asOf);
  }

  /** A finding of a day with its sentences, and the sources the book named on that day. */
  worded(finding: FindingData, book: RuleBook, asOf: string): Finding {
    const { nameSv, nameEn, remedySv, remedyEn } = nameAndRemedy(finding.ruleId);
    const rule = rulesOn(book, asOf).find(({ ruleId }) => ruleId === finding.ruleId);
    return {
      ...finding,
      key: findingKey(finding),
      path: finding.path.map(String),
      sources: rule?.sources ?? [],
      parameters: finding.parameters.map(({ id }) => parameterOn(book, id, asOf)!),
      ruleNameSv: nameSv,
      ruleNameEn: nameEn,
      messageSv: sentence(finding.code, finding.params, 'sv'),
      messageEn: sentence(finding.code, finding.params, 'en'),
      remedySv,
      remedyEn,
    };
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

function figuresOf(book: RuleBook, asOf: string | null): readonly RuleParameter[] {
  return book.parameters.map((parameter) => {
    const name = figureTexts[parameter.id];
    return {
      ...parameter,
      isInForce: asOf === null ? null : parameterOn(book, parameter.id, asOf) === parameter,
      nameSv: name?.sv ?? parameter.id,
      nameEn: name?.en ?? parameter.id,
    };
  });
}
