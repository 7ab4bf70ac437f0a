import { Injectable } from '@nestjs/common';
import {
  accept,
  callStatusOn,
  dayAfter,
  monthPeriod,
  refusal,
  refuse,
  signalSummary,
  weekOf,
  type Period,
  type Result,
} from '@fordela/domain';
import { foresightLetter, type ForesightFigures, type LetterCall, type LetterSignal } from '@fordela/wording';
import type { Call } from '../call/call.types';
import { CallService } from '../call/call.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { ReferenceService } from '../reference/reference.service';
import { ForesightRepository } from './foresight.repository';
import { LeadTimeService } from './lead-time.service';
import type { Signal } from './signal.types';
import type { ForesightSummary, Letter, LetterLanguage } from './summary.types';

const mostDays = 1000;

/** A summary with what its letter is made from. */
export interface SummaryWithFigures extends ForesightSummary {
  readonly figures: ForesightFigures;
}

/** The week's list and the month's summary, as data and as a letter. */
@Injectable()
export class SummaryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ForesightRepository,
    private readonly calls: CallService,
    private readonly reference: ReferenceService,
    private readonly leadTimes: LeadTimeService,
  ) {}

  /** The list of the week a day lies in. Refused when one looks too far ahead. */
  week(day: string, lookAheadDays: number): Promise<Result<SummaryWithFigures>> {
    return this.of('week', weekOf(day), lookAheadDays);
  }

  /** The summary of a calendar month. */
  month(month: string, lookAheadDays: number): Promise<Result<SummaryWithFigures>> {
    return this.of('month', monthPeriod(month), lookAheadDays);
  }

  letter({ figures }: SummaryWithFigures, language: LetterLanguage): Letter {
    return foresightLetter(figures, language);
  }

  private async of(
    kind: ForesightFigures['kind'],
    { label, from, to }: Period,
    days: number,
  ): Promise<Result<SummaryWithFigures>> {
    if (days < 1 || days > mostDays)
      return refuse([refusal('days-out-of-range', ['lookAheadDays'], { days, most: mostDays })]);
    const until = dayAfter(to, days);
    const signals = await this.unitOfWork.read((tx) => this.repository.signalsUntil(tx, to));
    const summary = signalSummary(signals, from, to);
    const comingDeadlines = summary.comingDeadlines.filter(({ deadline }) => deadline <= until);
    const calls = (await this.calls.calls()).filter((call) => isNear(call, to, until));
    const byId = new Map(signals.map((signal) => [signal.id, signal]));
    const signal = (id: string): LetterSignal => byId.get(id) as Signal;
    const figures = {
      kind,
      label,
      from,
      to,
      until,
      themes: summary.byTheme.map(({ theme, signalIds }) => ({ theme, signals: signalIds.map(signal) })),
      coming: comingDeadlines.map((item) => ({ signal: signal(item.signalId), days: item.days })),
      passed: summary.passedSignalIds.map(signal),
      calls: await this.letterCalls(calls, to),
    };
    return accept({ ...summary, label, until, comingDeadlines, callIds: calls.map(({ id }) => id), figures });
  }

  private async letterCalls(calls: readonly Call[], asOf: string): Promise<readonly LetterCall[]> {
    const names = new Map((await this.reference.municipalities()).map(({ code, name }) => [code, name]));
    const { leadTimes, wantedMonths } = await this.leadTimes.of(calls, asOf);
    return calls.map((call) => {
      const own = leadTimes.filter(({ callId }) => callId === call.id);
      return {
        name: call.name,
        isExample: call.isExample,
        status: callStatusOn(call, asOf),
        openingDate: call.openingDate,
        closingDate: call.closingDate,
        wantedMonths,
        short: own.flatMap(({ isShort, months, municipalityCode }) =>
          isShort && months !== null ? [{ municipality: names.get(municipalityCode) ?? municipalityCode, months }] : [],
        ),
        unknown: own.filter(({ isShort }) => isShort === null).length,
      };
    });
  }
}

/** Open at the end of the period, or opening or closing within the days looked ahead to. */
function isNear(call: Call, to: string, until: string): boolean {
  const isAhead = (day: string | null) => day !== null && day > to && day <= until;
  return callStatusOn(call, to) === 'open' || isAhead(call.openingDate) || isAhead(call.closingDate);
}
