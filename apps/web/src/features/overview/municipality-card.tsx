import { overviewTexts } from '@fordela/wording';
import type { Overview } from '../../data/overview';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

/** Each municipality: what it asks for, what it gets, kronor per inhabitant, and the caution that belongs to so few. */
export function MunicipalityCard({ overview }: { readonly overview: Overview }) {
  const { language, number, sekShort } = useSpeech();
  const say = overviewTexts[language];
  const { basis, shares } = overview.coverage;
  const isChoice = basis.kind !== 'all_applications';
  return (
    <section className="card" id="municipalities" aria-labelledby="municipalities-heading">
      <h2 id="municipalities-heading">{say.municipalityTitle}</h2>
      <ScrollBox label={say.municipalityTitle}>
        <table>
          <caption className="visually-hidden">{say.municipalityTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{say.municipality}</th>
              <th scope="col" className="number wrap">
                {say.perInhabitant}
              </th>
              <th scope="col" className="number">
                {say.received[basis.kind]}
              </th>
              {isChoice && (
                <th scope="col" className="number">
                  {say.applied}
                </th>
              )}
              <th scope="col" className="number">
                {say.projects}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.municipalities.map((municipality) => (
              <tr key={municipality.group}>
                <th scope="row">{municipality.name}</th>
                <td className="number">
                  {municipality.perInhabitantSek === null ? '–' : number(municipality.perInhabitantSek, 0)}
                </td>
                <td className="number">
                  {municipality.amountSek === 0 ? (
                    <span className="badge warning">{say.none}</span>
                  ) : (
                    sekShort(municipality.amountSek)
                  )}
                </td>
                {isChoice && (
                  <td className="number">
                    {sekShort(overview.appliedByMunicipality.get(municipality.group)?.amountSek ?? 0)}
                  </td>
                )}
                <td className="number">{municipality.projects}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="soft">{say.municipalityNote}</p>
    </section>
  );
}
