import { horizonTexts } from '@fordela/wording';
import type { MatrixKind } from '../../data/horizon';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import type { NumberedItem } from './matrix-section';

/** The table behind the matrix: the same numbers, and of an application what its readiness is made of. */
export function MatrixTable({
  kind,
  items,
  chosenId,
}: {
  readonly kind: MatrixKind;
  readonly items: readonly NumberedItem[];
  readonly chosenId: string | null;
}) {
  const { language, number } = useSpeech();
  const say = horizonTexts[language];
  const parts = items.find((item) => item.parts.length > 0)?.parts.map(({ part }) => part) ?? [];
  const figure = (value: number | null) =>
    value === null ? say.notMarked : kind === 'signals' ? say.outOf(Math.round(value * 5)) : number(value);
  return (
    <ScrollBox label={say.matrixTitle}>
      <table>
        <caption>{say.matrixTitle}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              #
            </th>
            <th scope="col">{say.whatIs}</th>
            <th scope="col">{say.quadrant}</th>
            <th scope="col" className="number">
              {kind === 'signals' ? say.importance : say.axisImportanceApplications}
            </th>
            <th scope="col" className="number">
              {kind === 'ease' ? say.axisEase : say.readiness}
            </th>
            {parts.map((part) => (
              <th key={part} scope="col" className="number">
                {say.readinessParts[part]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className={item.id === chosenId ? 'chosen-row' : ''}>
              <td className="number">{item.no ?? '–'}</td>
              <th scope="row">
                {item.title} {kind !== 'signals' && <span className="id">{item.id}</span>}
              </th>
              <td>{item.quadrant ? say.quadrants[item.quadrant] : say.notPlaced}</td>
              <td className="number">{figure(item.importance)}</td>
              <td className="number">{figure(item.readiness)}</td>
              {parts.map((part) => {
                const value = item.parts.find((entry) => entry.part === part)?.value ?? null;
                return (
                  <td key={part} className="number">
                    {value === null ? '–' : number(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
