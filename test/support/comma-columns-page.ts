import { commaFormats, type CommaFileName } from '../../apps/api/src/intake/comma-formats';

/** The part of docs/formats/import.md that is made from the formats: the columns of every comma file. */
export function commaColumnsPage(): string {
  return (Object.keys(commaFormats) as CommaFileName[])
    .map((name) => {
      const { required, optional, key } = commaFormats[name];
      const years = 'years' in commaFormats[name] ? yearColumns[name] : null;
      const columns = (list: readonly string[]) => list.map((column) => `\`${column}\``).join(', ');
      return [
        `### ${name}`,
        '',
        `- Nyckel: ${columns(key)}`,
        `- Måste finnas: ${columns(required)}`,
        ...(optional.length > 0 ? [`- Kan finnas: ${columns(optional)}`] : []),
        ...(years ? [`- En kolumn per år eller datum: ${years}`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

const yearColumns: Readonly<Partial<Record<CommaFileName, string>>> = {
  'municipalities.csv': '`population_ÅÅÅÅ_MM_DD` (den senaste används)',
  'applications.csv': '`cost_ÅÅÅÅ_sek`, `requested_ÅÅÅÅ_sek`',
  'phases.csv': '`cost_ÅÅÅÅ_sek`',
};
