import { figureTexts } from '@fordela/wording';
import type { ReviewedFinding } from '../../data/gate';
import { figureText } from '../../ui/figure-text';
import { useSpeech } from '../../ui/language';
import { SourceNote } from '../../ui/source-note';

/** The rule a finding rests on: its version, the figures that were valid, and where it is written. */
export function FindingRule({ finding }: { readonly finding: ReviewedFinding['finding'] }) {
  const { texts, language } = useSpeech();
  return (
    <details>
      <summary>{texts.ruleBehind}</summary>
      <p className="soft">
        <code>{finding.ruleId}</code>, {texts.version(finding.ruleVersion)}.
      </p>
      {finding.parameters.map((figure) => (
        <div key={figure.id}>
          <p>
            {figureTexts[figure.id]?.[language] ?? figure.id}: {figureText(figure.value, figure.unit, language)}.{' '}
            <span className="soft">{texts.validDates(figure.validFrom, null)}</span>
          </p>
          {!finding.sources.some(({ citation }) => citation === figure.source.citation) && (
            <SourceNote source={figure.source} />
          )}
        </div>
      ))}
      {finding.sources.map((source) => (
        <SourceNote key={source.citation} source={source} />
      ))}
    </details>
  );
}
