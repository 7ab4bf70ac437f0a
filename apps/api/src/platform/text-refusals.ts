import { refusal, type Path, type Refusal } from '@fordela/domain';

const longestName = 200;
const longestText = 20_000;

interface TextField {
  readonly path: Path;
  readonly text: string | null | undefined;
  /** False for a text that may be empty or left out. */
  readonly isRequired?: boolean;
  /** True for a text of one line. */
  readonly isName?: boolean;
}

/** Why texts cannot be kept: what must be there and is not, and what is longer than fits. */
export function textRefusals(fields: readonly TextField[]): readonly Refusal[] {
  return fields.flatMap(({ path, text, isRequired = true, isName = false }): Refusal[] => {
    const most = isName ? longestName : longestText;
    const value = text ?? '';
    if (isRequired && value.trim() === '')
      return [refusal('text-missing', path, { field: String(path.findLast((step) => typeof step === 'string')) })];
    return value.length > most ? [refusal('text-too-long', path, { length: value.length, most })] : [];
  });
}

/** A text as it is kept: without space around it, and null when there is nothing. */
export function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() ? text.trim() : null;
}
