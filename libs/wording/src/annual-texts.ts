import type { AnnualHeading } from '@fordela/domain';

/** What a heading of the annual account asks for: its place in the ordinance and its words. */
export interface AnnualText {
  /** `8 § första stycket 1 a`. */
  readonly place: string;
  readonly sv: string;
  readonly en: string;
}

/** Where the headings come from; read in its wording of 22 February 2024. */
export const annualSource = {
  citation: 'Förordning (2024:99) om resultatredovisning av det regionala utvecklingsarbetet, 8 och 9 §§',
  dueSv: 'Redovisningen lämnas senast den 21 februari året efter (4 §).',
  dueEn: 'The account is given by 21 February of the following year (4 §).',
  url: 'https://svenskforfattningssamling.se/sites/default/files/sfs/2024-02/SFS2024-99.pdf',
} as const;

/** The headings in the ordinance's words; the English is our translation. */
export const annualTexts: Readonly<Record<AnnualHeading, AnnualText>> = {
  '8-1a': {
    place: '8 § första stycket 1 a',
    sv: 'Hur genomförda och finansierade insatser har bidragit till resultaten: likvärdiga möjligheter till boende, arbete och välfärd i hela landet',
    en: 'How efforts carried out and funded have contributed to the results: equal opportunities for housing, work and welfare throughout the country',
  },
  '8-1b': {
    place: '8 § första stycket 1 b',
    sv: 'Hur genomförda och finansierade insatser har bidragit till resultaten: kompetensförsörjning och kompetensutveckling i hela landet',
    en: 'How efforts carried out and funded have contributed to the results: skills supply and skills development throughout the country',
  },
  '8-1c': {
    place: '8 § första stycket 1 c',
    sv: 'Hur genomförda och finansierade insatser har bidragit till resultaten: innovation och förnyelse samt entreprenörskap och företagande i hela landet',
    en: 'How efforts carried out and funded have contributed to the results: innovation and renewal, entrepreneurship and enterprise throughout the country',
  },
  '8-1d': {
    place: '8 § första stycket 1 d',
    sv: 'Hur genomförda och finansierade insatser har bidragit till resultaten: tillgänglighet i hela landet genom digital kommunikation och transportsystem',
    en: 'How efforts carried out and funded have contributed to the results: accessibility throughout the country by digital communication and transport systems',
  },
  '8-2': {
    place: '8 § första stycket 2',
    sv: 'Hur integrering av ekonomisk, social och miljömässig hållbarhet i regionens strategier, program och insatser har bidragit till resultaten',
    en: "How integrating economic, social and environmental sustainability in the region's strategies, programmes and efforts has contributed to the results",
  },
  '8-3': {
    place: '8 § första stycket 3',
    sv: 'Hur beaktandet av territoriella perspektiv, inklusive hänsyn till olika förutsättningar inom länet, har bidragit till resultaten',
    en: 'How territorial perspectives, including regard to differing conditions within the county, have contributed to the results',
  },
  '8-transition': {
    place: '8 § andra stycket',
    sv: 'Hur insatserna har bidragit och förväntas bidra till omställningen till en hållbar regional utveckling',
    en: 'How the efforts have contributed and are expected to contribute to the transition to sustainable regional development',
  },
  '9-1': {
    place: '9 § första stycket 1',
    sv: 'Hur regionens beslut om medel har bidragit till resultaten',
    en: "How the region's decisions on funds have contributed to the results",
  },
  '9-2': {
    place: '9 § första stycket 2',
    sv: 'Hur hänsyn till ekonomisk, social och miljömässig hållbarhet har påverkat regionens beslut om medel',
    en: "How regard to economic, social and environmental sustainability has influenced the region's decisions on funds",
  },
  '9-3': {
    place: '9 § första stycket 3',
    sv: 'Hur beaktandet av territoriella perspektiv, inklusive hänsyn till olika förutsättningar inom länet, har påverkat regionens beslut om medel',
    en: "How territorial perspectives, including regard to differing conditions within the county, have influenced the region's decisions on funds",
  },
  '9-4': {
    place: '9 § första stycket 4',
    sv: 'Hur arbetet med att utveckla jämställdhet, integration samt miljö och klimat genom de selektiva regionala företagsstöden och bidragen till projektverksamhet har bidragit till resultaten',
    en: 'How the work to develop gender equality, integration, environment and climate by selective regional support to companies and grants to projects has contributed to the results',
  },
  '9-transition': {
    place: '9 § andra stycket',
    sv: 'Om fördelningen av medel har bidragit till omställningen till en hållbar regional utveckling',
    en: 'Whether the allocation of funds has contributed to the transition to sustainable regional development',
  },
};
