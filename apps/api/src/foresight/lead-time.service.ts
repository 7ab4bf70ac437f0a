import { Injectable } from '@nestjs/common';
import { leadTimes, parameterOn, type LeadTime as LeadTimeData, type Refusal } from '@fordela/domain';
import { sentence } from '@fordela/wording';
import type { Call } from '../call/call.types';
import { CallService } from '../call/call.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { AppError } from '../platform/errors/app-error';
import { ReferenceService } from '../reference/reference.service';
import { RuleBookService } from '../rule-book/rule-book.service';
import { ForesightRepository } from './foresight.repository';
import type { LeadTime, LeadTimeReport } from './lead-time.types';

const figure = 'call_lead_time_months';

/** Who had too little time before a call closes. */
@Injectable()
export class LeadTimeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ForesightRepository,
    private readonly calls: CallService,
    private readonly reference: ReferenceService,
    private readonly ruleBook: RuleBookService,
  ) {}

  /** Lead times of one call or all, by the figure valid on a day. AppError NOT_FOUND when there is no such call. */
  async report(callId: string | null, asOf: string): Promise<LeadTimeReport> {
    const all = await this.calls.calls();
    const calls = callId === null ? all : all.filter(({ id }) => id === callId);
    if (callId !== null && calls.length === 0) throw new AppError('NOT_FOUND', 'call-not-found', { id: callId });
    return this.of(calls, asOf);
  }

  /** As `report`, for calls at hand. */
  async of(calls: readonly Call[], asOf: string): Promise<LeadTimeReport> {
    const municipalities = await this.reference.municipalities();
    const known = await this.unitOfWork.read((tx) => this.repository.known(tx));
    const book = await this.ruleBook.current();
    const dated = known.flatMap(({ date, ...item }) => (date === null ? [] : [{ ...item, date }]));
    const noted = new Map(known.map((item) => [`${item.callId} ${item.municipalityCode}`, item]));
    const names = {
      calls: new Map(calls.map(({ id, name }) => [id, name])),
      municipalities: new Map(municipalities.map(({ code, name }) => [code, name])),
    };
    const times = leadTimes(calls, municipalities, dated, book, asOf).map((time): LeadTime => {
      const own = noted.get(`${time.callId} ${time.municipalityCode}`);
      const warning = warningOf(time, names);
      return {
        ...time,
        isNoted: own !== undefined && own.date !== null,
        notedVersion: own?.version ?? null,
        messageSv: warning && sentence(warning.code, warning.params, 'sv'),
        messageEn: warning && sentence(warning.code, warning.params, 'en'),
      };
    });
    const valid = parameterOn(book, figure, asOf);
    return {
      asOf,
      wantedMonths: typeof valid?.value === 'number' ? valid.value : null,
      source: valid?.source ?? null,
      leadTimes: times,
      shortCount: times.filter(({ isShort }) => isShort === true).length,
      unknownCount: times.filter(({ isShort }) => isShort === null).length,
    };
  }
}

interface Names {
  readonly calls: ReadonlyMap<string, string>;
  readonly municipalities: ReadonlyMap<string, string>;
}

function warningOf(time: LeadTimeData, names: Names): Pick<Refusal, 'code' | 'params'> | null {
  const params = {
    municipality: names.municipalities.get(time.municipalityCode) ?? time.municipalityCode,
    call: names.calls.get(time.callId) ?? time.callId,
    known: time.knownDate,
    closing: time.closingDate,
    months: time.months,
    wanted: time.wantedMonths,
  };
  if (time.isShort === false) return null;
  if (time.months === null) return { code: 'lead-time-unknown', params };
  return { code: time.months < 0 ? 'lead-time-late' : 'lead-time-short', params };
}
