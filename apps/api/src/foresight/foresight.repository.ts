import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectList, selectRows, upsertRows } from '../platform/database/rows';
import { swedishSortKey } from '../platform/swedish-sort-key';
import { CallKnown } from './call-known.types';
import type { SignalFilter } from './signal-page.types';
import { Signal } from './signal.types';

/** Signals, and when municipalities heard of calls. */
@Injectable()
export class ForesightRepository {
  /** Signals the latest seen first, from after the cursor's key. */
  signalPage(
    tx: EntityManager,
    filter: SignalFilter,
    after: readonly [day: string, id: string] | null,
    limit: number,
  ): Promise<readonly Signal[]> {
    const [date, id] = after ?? [null, null];
    return tx.query(
      `SELECT ${selectList(tx, Signal, 't')} FROM signal t WHERE ${conditions}
         AND ($8::date IS NULL OR (t.date, t.id) < ($8, $9)) ORDER BY t.date DESC, t.id DESC LIMIT $10`,
      [...valuesOf(filter), date, id, limit],
    );
  }

  async countSignals(tx: EntityManager, filter: SignalFilter): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM signal t WHERE ${conditions}`,
      valuesOf(filter),
    );
    return row!.count;
  }

  /** Everything not dismissed that was seen by a day. */
  signalsUntil(tx: EntityManager, day: string): Promise<readonly Signal[]> {
    return selectRows(tx, Signal, `WHERE t.date <= $1 AND t.status <> 'dismissed'`, [day]);
  }

  signalsById(tx: EntityManager, ids: readonly string[]): Promise<readonly Signal[]> {
    return selectRows(tx, Signal, 'WHERE t.id = ANY($1)', [ids]);
  }

  /** The signal, kept from other writers until the transaction ends; null when there is none. */
  async signalForUpdate(tx: EntityManager, id: string): Promise<Signal | null> {
    await tx.query('SELECT 1 FROM signal WHERE id = $1 FOR UPDATE', [id]);
    return (await this.signalsById(tx, [id]))[0] ?? null;
  }

  async saveSignal(tx: EntityManager, signal: Omit<Signal, 'version'>): Promise<void> {
    await upsertRows<Omit<Signal, 'version'>>(tx, Signal, [signal]);
  }

  known(tx: EntityManager): Promise<readonly CallKnown[]> {
    return selectRows(tx, CallKnown);
  }

  async knownBy(tx: EntityManager, callId: string, municipalityCode: string): Promise<CallKnown | null> {
    const condition = 'WHERE t.call_id = $1 AND t.municipality_code = $2';
    return (await selectRows(tx, CallKnown, condition, [callId, municipalityCode]))[0] ?? null;
  }

  async saveKnown(tx: EntityManager, known: Omit<CallKnown, 'version'>): Promise<void> {
    await upsertRows<Omit<CallKnown, 'version'>>(tx, CallKnown, [known]);
  }
}

const conditions = `($1::text[] IS NULL OR t.kind = ANY($1)) AND ($2::text[] IS NULL OR t.status = ANY($2))
  AND ($3::text[] IS NULL OR t.theme = ANY($3)) AND ($4::text[] IS NULL OR t.call_id = ANY($4))
  AND ($5::date IS NULL OR t.date >= $5) AND ($6::date IS NULL OR t.date <= $6)
  AND NOT EXISTS (SELECT 1 FROM unnest($7::text[]) word WHERE strpos(t.search_text, word) = 0)`;

const valuesOf = ({ kinds, statuses, themes, callIds, from, to, search }: SignalFilter): unknown[] => [
  kinds ?? null,
  statuses ?? null,
  themes ?? null,
  callIds ?? null,
  from ?? null,
  to ?? null,
  swedishSortKey(search ?? '')
    .split(/\s+/)
    .filter(Boolean),
];
