import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../platform/database/rows';
import { RuleBookEdit } from './rule-book-edit.types';

/** The changes of the rule book, in their order. */
@Injectable()
export class RuleBookRepository {
  edits(tx: EntityManager): Promise<readonly RuleBookEdit[]> {
    return selectRows(tx, RuleBookEdit);
  }

  /** For a unit of work that changes the book: nobody else does until it ends. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query('LOCK TABLE rule_book_edit IN SHARE ROW EXCLUSIVE MODE');
  }

  async add(tx: EntityManager, edit: RuleBookEdit): Promise<void> {
    await tx.insert(RuleBookEdit, edit);
  }
}
