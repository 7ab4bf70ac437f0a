import { formatModelSek, formatModelSpan, policyTexts } from '@fordela/wording';
import type { Band } from '../../data/policy';
import { useSpeech } from '../../ui/language';

interface Props {
  readonly band: Band;
}

/** Kronor of the model: the likeliest figure, and below it the span of nine draws out of ten. */
export function SekBand({ band }: Props) {
  const { language } = useSpeech();
  const { likely, p5, p95 } = band;
  return (
    <>
      {formatModelSek(likely, language)}
      {p5 !== null && p95 !== null && <span className="span soft"> ({formatModelSpan(p5, p95, language)})</span>}
    </>
  );
}

/** The same for staff. */
export function StaffBand({ band }: Props) {
  const { language, number } = useSpeech();
  const { likely, p5, p95 } = band;
  return (
    <>
      {number(likely)}
      {p5 !== null && p95 !== null && (
        <span className="span soft"> ({policyTexts[language].range(number(p5), number(p95))})</span>
      )}
    </>
  );
}
