import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectList, selectRows, upsertRows } from '../platform/database/rows';
import { swedishSortKey } from '../platform/swedish-sort-key';
import { Lesson, type LessonFilter } from './lesson.types';

/** The library of lessons. */
@Injectable()
export class LessonRepository {
  /** Lessons the latest learnt first, from after the cursor's key. */
  page(
    tx: EntityManager,
    filter: LessonFilter,
    after: readonly [day: string, id: string] | null,
    limit: number,
  ): Promise<readonly Lesson[]> {
    const [date, id] = after ?? [null, null];
    return tx.query(
      `SELECT ${selectList(tx, Lesson, 't')} FROM lesson t WHERE ${conditions}
         AND ($5::date IS NULL OR (t.learnt_date, t.id) < ($5, $6)) ORDER BY t.learnt_date DESC, t.id DESC LIMIT $7`,
      [...valuesOf(filter), date, id, limit],
    );
  }

  async count(tx: EntityManager, filter: LessonFilter): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM lesson t WHERE ${conditions}`,
      valuesOf(filter),
    );
    return row!.count;
  }

  byId(tx: EntityManager, ids: readonly string[]): Promise<readonly Lesson[]> {
    return selectRows(tx, Lesson, 'WHERE t.id = ANY($1)', [ids]);
  }

  ofApplications(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly Lesson[]> {
    return selectRows(tx, Lesson, 'WHERE t.application_id = ANY($1)', [applicationIds]);
  }

  /** The lesson, kept from other writers until the transaction ends; null when there is none. */
  async forUpdate(tx: EntityManager, id: string): Promise<Lesson | null> {
    await tx.query('SELECT 1 FROM lesson WHERE id = $1 FOR UPDATE', [id]);
    return (await this.byId(tx, [id]))[0] ?? null;
  }

  async save(tx: EntityManager, lesson: Omit<Lesson, 'version'>): Promise<void> {
    await upsertRows<Omit<Lesson, 'version'>>(tx, Lesson, [lesson]);
  }
}

const conditions = `($1::text[] IS NULL OR t.themes && $1) AND ($2::text[] IS NULL OR t.cycle_phases && $2)
  AND ($3::text[] IS NULL OR t.application_id = ANY($3) OR t.used_by_application_ids && $3)
  AND NOT EXISTS (SELECT 1 FROM unnest($4::text[]) word WHERE strpos(t.search_text, word) = 0)`;

const valuesOf = ({ themes, cyclePhases, applicationIds, search }: LessonFilter): unknown[] => [
  themes ?? null,
  cyclePhases ?? null,
  applicationIds ?? null,
  swedishSortKey(search ?? '')
    .split(/\s+/)
    .filter(Boolean),
];
