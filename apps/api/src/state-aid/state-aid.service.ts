import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { RuleBookService } from '../rule-book/rule-book.service';
import type { DeMinimisAidInput, DeMinimisAidRecorded } from './edit-state-aid.types';
import { StateAidRepository } from './state-aid.repository';

/** What undertakings have been granted under the de minimis regulation. The engine counts; it never decides an aid question. */
@Injectable()
export class StateAidService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: StateAidRepository,
    private readonly ruleBook: RuleBookService,
  ) {}

  /** Records aid, in euro at the rate of its day; refused without an amount, an undertaking or a rate. */
  async record({ amountEur, amountSek, note, ...input }: DeMinimisAidInput): Promise<Result<DeMinimisAidRecorded>> {
    const { undertakingActorId, grantedDate, granter } = input;
    if (granter.trim() === '') return refuse([refusal('text-missing', ['granter'], { field: 'granter' })]);
    const [eur, sek] = [amountEur ?? null, amountSek ?? null];
    if ((eur === null) === (sek === null) || (eur ?? sek ?? 0) <= 0)
      return refuse([refusal('aid-one-amount', [eur === null ? 'amountSek' : 'amountEur'])]);
    const counted =
      sek === null ? accept({ amountEur: eur ?? 0, rate: null }) : await this.ruleBook.aidInEuro(sek, grantedDate);
    if (!counted.ok) return counted;
    const { amountEur: inEuro, rate } = counted.value;
    const sekPerEur = typeof rate?.value === 'number' ? rate.value : null;
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.repository.lock(tx, undertakingActorId)))
        return refuse([refusal('actor-not-in-register', ['undertakingActorId'], { id: undertakingActorId })]);
      const earlier = await this.repository.ofUndertaking(tx, undertakingActorId);
      const same = earlier.filter((aid) => aid.grantedDate === grantedDate && aid.granter === granter.trim());
      const basis = sek === null ? null : `${sek} SEK, ${sekPerEur} SEK/EUR`;
      await this.repository.add(tx, {
        undertakingActorId,
        grantedDate,
        granter: granter.trim(),
        aidNo: same.length + 1,
        amountEur: inEuro,
        note: [note?.trim(), basis].filter(Boolean).join('; ') || null,
      });
      return accept({ amountEur: inEuro, sekPerEur });
    });
  }
}
