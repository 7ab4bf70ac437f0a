import type { Language } from '@fordela/wording';

/** Sentences of a refusal by the field they are about; the key is '' for what has no field of its own. Empty: it was saved. */
export type FieldRefusals = Readonly<Record<string, readonly string[]>>;

interface PlacedRefusals {
  readonly refusals: readonly {
    readonly path: readonly string[];
    readonly messageSv: string;
    readonly messageEn: string;
  }[];
}

/** A refusal of an edit, ready to stand beside the fields of a form. */
export function fieldRefusals({ refusals }: PlacedRefusals, language: Language): FieldRefusals {
  const byField: Record<string, string[]> = {};
  for (const { path, messageSv, messageEn } of refusals)
    (byField[path[0] ?? ''] ??= []).push(language === 'sv' ? messageSv : messageEn);
  return byField;
}

export const saved: FieldRefusals = {};
