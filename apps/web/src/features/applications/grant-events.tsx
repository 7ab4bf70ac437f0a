import type { GrantHistory } from '../../data/grant';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

const amounts = ['reportedCostSek', 'approvedCostSek', 'paidSek', 'recoveredSek'] as const;

/** What has happened to a grant, in order; only the sums some event has. */
export function GrantEvents({ events }: { readonly events: GrantHistory['grantEvents'] }) {
  const { texts, sek } = useSpeech();
  const shown = amounts.filter((name) => events.some((event) => event[name] !== 0));
  return (
    <ScrollBox label={texts.events}>
      <table>
        <caption>{texts.events}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.eventFields.date}</th>
            <th scope="col">{texts.event}</th>
            {shown.map((name) => (
              <th key={name} scope="col" className="number">
                {texts.eventColumns[name]}
              </th>
            ))}
            <th scope="col">{texts.eventColumns.recordedBy}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.no}>
              <td className="day">{event.date}</td>
              <th scope="row">{texts.eventKinds[event.kind]}</th>
              {shown.map((name) => (
                <td key={name} className="number">
                  {event[name] === 0 ? '–' : sek(event[name])}
                </td>
              ))}
              <td>
                {event.recordedBy}
                {event.note && <span className="soft">{`: ${event.note}`}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
