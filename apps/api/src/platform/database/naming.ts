import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/** `costSharePct` → `cost_share_pct`, `state11` → `state11`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
}

const nameOf = (table: Table | string) => (typeof table === 'string' ? table : table.name).split('.').pop();

/**
 * Columns in snake case and constraints under names a person can read in an error message, the same in entities and
 * migrations: `actor_pk`, `application_project_id_fk`, `application_title_ix`.
 */
export class ReadableNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }

  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pk`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_fk`;
  }

  override indexName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_ix`;
  }

  /** A check is named after the first column it speaks of. */
  override checkConstraintName(table: Table | string, expression: string): string {
    return `${nameOf(table)}_${/"([^"]+)"/.exec(expression)?.[1] ?? 'row'}_ck`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_uq`;
  }
}
