import { useSpeech } from './language';

/** The mark that follows the region's own projects wherever they are listed: there it is both funder and applicant. */
export function OwnProjectMark({
  isOwn,
  preparedBy,
}: {
  readonly isOwn: boolean;
  readonly preparedBy?: string | null;
}) {
  const { texts } = useSpeech();
  if (!isOwn) return null;
  return (
    <span className="id">
      {' '}
      <span className="badge info">{texts.ownProject}</span>
      {preparedBy !== undefined && (
        <span className="soft"> {preparedBy === null ? texts.preparedByNobody : texts.preparedBy(preparedBy)}</span>
      )}
    </span>
  );
}
