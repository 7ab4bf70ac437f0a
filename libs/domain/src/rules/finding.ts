import { canonicalJson } from '../fingerprint';
import type { Params, Path } from '../result';
import type { ChecklistItem } from './checklist';
import type { ParameterUnit, Severity } from './rule-book';

/** A row a finding rests on: the comma file it would stand in and its key there, e.g. `financing`, `SRM-26-036/1`. */
export interface FindingRow {
  readonly table:
    | 'applications'
    | 'partners'
    | 'phases'
    | 'financing'
    | 'dependencies'
    | 'ratings'
    | 'reviewers'
    | 'actors'
    | 'deminimis-history';
  readonly key: string;
}

/** A figure of the rule book as it was used. */
export interface FindingParameter {
  readonly id: string;
  readonly value: number | readonly string[];
  readonly unit: ParameterUnit;
  readonly validFrom: string;
}

/** What a rule found, with the figures and rows it rests on. The sentence is in `libs/wording` under `code`. */
export interface Finding {
  readonly ruleId: string;
  readonly ruleVersion: number;
  /** `rule-` and the rule's id with dashes. */
  readonly code: string;
  readonly severity: Severity;
  readonly checklistItem: ChecklistItem;
  /** Null when it concerns the whole round. */
  readonly applicationId: string | null;
  /** The place in the round, outermost first: lists by id, not by position. */
  readonly path: Path;
  readonly params: Params;
  readonly rows: readonly FindingRow[];
  readonly parameters: readonly FindingParameter[];
}

/** What a check hands back; the rest of the finding comes from the rule. */
export interface FindingDraft {
  readonly path: Path;
  readonly params: Params;
  readonly rows: readonly FindingRow[];
}

/** The code of a rule's sentence. */
export function findingCode(ruleId: string): string {
  return `rule-${ruleId.replaceAll('_', '-')}`;
}

/**
 * A text that is the same for the same finding on the same figures. An officer's confirmation or override is kept under it,
 * so that it lapses by itself when the figures change.
 */
export function findingKey(finding: Finding): string {
  const { ruleId, ruleVersion, applicationId, path, params } = finding;
  return canonicalJson({ ruleId, ruleVersion, applicationId, path, params });
}
