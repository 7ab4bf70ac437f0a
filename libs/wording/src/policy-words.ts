import type { Language } from './catalogue';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What the policies are called that are compared when none is stated. By id. */
export const usualPolicyWords: Words = {
  even: { sv: 'Jämn blandning', en: 'Even mix' },
  thin: { sv: 'Jämn blandning, tunt spridd', en: 'Even mix, spread thin' },
  concentrated: { sv: 'Jämn blandning, samlad', en: 'Even mix, concentrated' },
  early: { sv: 'Tidiga skeden först', en: 'Early phases first' },
  shared: { sv: 'Delad kapacitet först', en: 'Shared capacity first' },
  implementation: { sv: 'Genomförande först', en: 'Implementation first' },
  own: { sv: 'Mest i regionens egen regi', en: 'Mostly run by the region' },
  municipal: { sv: 'Mest i kommunernas regi', en: 'Mostly run by municipalities' },
};

/** What each assumption of the policy model is about. By its name in the file. */
export const assumptionWords: Words = {
  baseFteFixed: {
    sv: 'egen projektpersonal per kommun, fast del',
    en: 'own project staff per municipality, fixed part',
  },
  baseFtePer10000: { sv: 'egen projektpersonal efter folkmängd', en: 'own project staff by population' },
  applicationsPerFte: { sv: 'ansökningar per ledig årsarbetskraft', en: 'applications per free full-time person' },
  successWithout: { sv: 'andel bifall utan erfarenhet', en: 'success without experience' },
  successMost: { sv: 'andel bifall med mycket stor erfarenhet', en: 'success with very much experience' },
  halfExperience: { sv: 'erfarenhet som ger halva skillnaden', en: 'experience that gives half the difference' },
  experiencePerApplication: { sv: 'erfarenhet av en ansökan', en: 'experience from an application' },
  forgetting: { sv: 'erfarenhet som går förlorad', en: 'experience that is lost' },
  externalPerProject: { sv: 'extern finansiering per projekt', en: 'external money per project' },
  projectYears: { sv: 'projektens längd', en: 'length of projects' },
  administrationPerProject: {
    sv: 'egen personal som ett pågående projekt binder',
    en: 'own staff that a running project binds',
  },
  lastingPerProject: { sv: 'personal som blir kvar efter ett projekt', en: 'staff that remain after a project' },
  attrition: { sv: 'personal som slutar', en: 'staff that leave' },
  refillWithout: {
    sv: 'lediga tjänster som återbesätts utan erfarenhet',
    en: 'vacated posts that are filled without experience',
  },
  costPerFte: { sv: 'kostnad för en årsarbetskraft', en: 'cost of a full-time person' },
  sharedLasting: {
    sv: 'delad personal som blir kvar utan nya medel',
    en: 'shared staff that remain without new money',
  },
  learningPerImplementationFte: {
    sv: 'erfarenhet av genomförandemedel',
    en: 'experience from implementation money',
  },
  overheadPerGrant: { sv: 'administration per bidrag', en: 'administration per grant' },
  municipalitiesPerGrant: { sv: 'kommuner som ett bidrag når', en: 'municipalities that a grant reaches' },
  uptakeRegion: { sv: 'nytta i kommunerna av regionens projekt', en: "uptake from the region's projects" },
  uptakeMunicipal: { sv: 'nytta i kommunerna av kommunernas projekt', en: "uptake from municipalities' projects" },
  uptakeOther: { sv: 'nytta i kommunerna av andras projekt', en: "uptake from others' projects" },
};

/** The units of the assumptions. By code. */
export const assumptionUnitWords: Words = {
  fte: { sv: 'årsarbetskrafter', en: 'FTE' },
  'fte-per-10000': { sv: 'årsarbetskrafter per 10 000 invånare', en: 'FTE per 10,000 inhabitants' },
  'applications-per-fte-year': { sv: 'ansökningar per årsarbetskraft och år', en: 'applications per FTE and year' },
  'share-of-applications': { sv: 'andel av ansökningarna', en: 'share of applications' },
  'project-years': { sv: 'projektår', en: 'project-years' },
  'project-years-per-application': { sv: 'projektår per ansökan', en: 'project-years per application' },
  'project-years-per-fte': { sv: 'projektår per årsarbetskraft', en: 'project-years per FTE' },
  'share-per-year': { sv: 'andel per år', en: 'share per year' },
  'share-of-posts': { sv: 'andel av tjänsterna', en: 'share of posts' },
  share: { sv: 'andel', en: 'share' },
  'sek-per-project-year': { sv: 'kronor per projekt och år', en: 'kronor per project and year' },
  'sek-per-fte-year': { sv: 'kronor per årsarbetskraft och år', en: 'kronor per FTE and year' },
  'sek-per-grant-year': { sv: 'kronor per bidrag och år', en: 'kronor per grant and year' },
  years: { sv: 'år', en: 'years' },
  'fte-per-running-project': { sv: 'årsarbetskrafter per pågående projekt', en: 'FTE per running project' },
  'fte-per-ended-project': { sv: 'årsarbetskrafter per avslutat projekt', en: 'FTE per ended project' },
  municipalities: { sv: 'kommuner', en: 'municipalities' },
};
