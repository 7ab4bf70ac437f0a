import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, signalRefusals, type Refusal, type Result } from '@fordela/domain';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { oneEach, type Batch } from '../platform/graphql/loaders';
import { dayCursorKey, pageOf, pageSize, type Page } from '../platform/graphql/page';
import { Ids } from '../platform/ids';
import { staleness } from '../platform/staleness';
import { swedishSortKey } from '../platform/swedish-sort-key';
import { textOrNull, textRefusals } from '../platform/text-refusals';
import type { SignalInput } from './edit-signal.types';
import { ForesightRepository } from './foresight.repository';
import type { SignalPageArgs } from './signal-page.types';
import type { Signal } from './signal.types';

/** What has been seen in the world outside. */
@Injectable()
export class SignalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ForesightRepository,
    private readonly calls: CallService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  readonly signal: Batch<string, Signal | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.signalsById(tx, ids), ({ id }) => id));

  /** A page of signals, the latest seen first. AppError BAD_INPUT for a cursor or page size that cannot be used. */
  async signals({
    first,
    after,
    filter,
  }: SignalPageArgs): Promise<Page<Signal> & { readonly totalCount: Promise<number> }> {
    const size = pageSize(first);
    const from = after ? dayCursorKey(after, 'signal') : null;
    const wanted = filter ?? {};
    const rows = await this.unitOfWork.read((tx) => this.repository.signalPage(tx, wanted, from, size + 1));
    const page = pageOf(
      rows,
      size,
      'signal',
      ({ date, id }) => [date, id],
      (signal) => signal,
    );
    const count = () => this.unitOfWork.read((tx) => this.repository.countSignals(tx, wanted));
    // Counted only if the query asks for it.
    return {
      ...page,
      get totalCount() {
        return count();
      },
    };
  }

  /** The saved signal; refused when it cannot be, or when somebody else has saved it since. */
  async save({ id, expectedVersion, ...input }: SignalInput): Promise<Result<Signal>> {
    const signal = {
      ...input,
      title: input.title.trim(),
      source: input.source.trim(),
      theme: textOrNull(input.theme),
      deadline: input.deadline ?? null,
      callId: input.callId ?? null,
      link: textOrNull(input.link),
      note: textOrNull(input.note),
      importance: input.importance ?? null,
      readiness: input.readiness ?? null,
    };
    const problems = [
      ...lengthRefusals(input),
      ...signalRefusals(signal, dayOf(this.clock.now())),
      ...(await this.callRefusals(signal.callId)),
    ];
    if (problems.length > 0) return refuse(problems);
    const searchText = [signal.title, signal.source, signal.theme ?? '', signal.note ?? '']
      .map(swedishSortKey)
      .join('\n');
    return this.unitOfWork.run(async (tx) => {
      const stored = id ? await this.repository.signalForUpdate(tx, id) : null;
      if (id && !stored) return refuse([refusal('signal-unknown', ['id'], { id })]);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      const key = id ?? this.ids.next();
      await this.repository.saveSignal(tx, { ...signal, id: key, searchText });
      return accept((await this.repository.signalsById(tx, [key]))[0]!);
    });
  }

  private async callRefusals(callId: string | null): Promise<readonly Refusal[]> {
    if (callId === null) return [];
    const [call] = await this.calls.call([callId]);
    return call ? [] : [refusal('call-unknown', ['callId'], { id: callId })];
  }
}

function lengthRefusals({ title, source, theme, link, note }: SignalInput): readonly Refusal[] {
  const optional = { isRequired: false };
  return textRefusals([
    { path: ['title'], text: title, isName: true, ...optional },
    { path: ['source'], text: source, isName: true, ...optional },
    { path: ['theme'], text: theme, isName: true, ...optional },
    { path: ['link'], text: link, ...optional },
    { path: ['note'], text: note, ...optional },
  ]);
}
