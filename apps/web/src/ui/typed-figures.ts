/** Whole kronor as they are typed, with or without spaces; an empty field is 0, null what is no whole number. */
export function kronor(text: string): number | null {
  const amount = Number(text.replace(/\s/gu, '').replace('−', '-') || 0);
  return Number.isSafeInteger(amount) ? amount : null;
}

/** Whole kronor as they are written in a field: with spaces between the thousands, in both languages. */
export const spaced = (amountSek: number): string => String(amountSek).replace(/\B(?=(\d{3})+$)/gu, ' ');

/** A number as people write it, `4,5` or `1 200`; null for an empty field; NaN for what is no number. */
export const typedNumber = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.replace(/\s/gu, '').replace(',', '.'));

/** Null for an empty field. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
