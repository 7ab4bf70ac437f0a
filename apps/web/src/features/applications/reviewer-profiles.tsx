import { discussTexts, fewComparedApplications } from '@fordela/wording';
import type { ReviewerProfile } from '../../data/ranking-trust';
import { useSpeech } from '../../ui/language';
import { Figures } from './ranking-trust-tables';

/** How strictly each reviewer rates beside the others, with how sure that is. */
export function ReviewerProfiles({ rows }: { readonly rows: readonly ReviewerProfile[] }) {
  const { language, number } = useSpeech();
  const say = discussTexts[language];
  // Rounded first: what is shown as 0 has no sign.
  const signed = (value: number) => {
    const rounded = Math.round(value * 100) / 100 || 0;
    return `${rounded > 0 ? '+' : ''}${number(rounded)}`;
  };
  return (
    <Figures
      title={say.reviewersTitle}
      hasHeading={false}
      intro={say.reviewersIntro}
      note={say.intervalNote(fewComparedApplications)}
      columns={[say.reviewer, { number: say.besideOthers }, say.seemsTo, { number: say.comparedOn }]}
    >
      {rows.map(({ id, name, compared, effect, standardError, stance }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td className="number">
            {effect === null ? '–' : signed(effect)}
            {effect !== null && standardError !== null && (
              <span className="span soft">
                ({say.effectInterval(signed(effect - reach * standardError), signed(effect + reach * standardError))})
              </span>
            )}
          </td>
          <td>{stance === null ? '–' : say.stances[stance]}</td>
          <td className="number">
            {compared} {compared < fewComparedApplications && <span className="badge warning">{say.fewRatings}</span>}
          </td>
        </tr>
      ))}
    </Figures>
  );
}

/** Standard errors on either side of an estimate that its 95 % interval holds: what the service's word strict or lenient rests on. */
const reach = 1.96;
