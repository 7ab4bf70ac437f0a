import { useSpeech } from './language';

interface Props {
  readonly source: {
    readonly citation: string;
    readonly text: string;
    readonly url: string | null;
    readonly isVerified: boolean;
  };
}

/** Where a rule or a figure comes from; marked when nobody has read its current wording. */
export function SourceNote({ source }: Props) {
  const { texts } = useSpeech();
  const { citation, text, url, isVerified } = source;
  return (
    <p className="soft source">
      {texts.source}: {url ? <a href={url}>{citation}</a> : citation}. <span lang="sv">{text}</span>{' '}
      {!isVerified && <span className="badge warning">{texts.notVerified}</span>}
    </p>
  );
}
