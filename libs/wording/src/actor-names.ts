import type { Language } from './catalogue';

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The five types of actor of the report (section 2.1). */
export const actorTypeNames: Names = {
  public: { sv: 'Offentlig aktör', en: 'Public body' },
  business_support: { sv: 'Främjandeaktör', en: 'Business support' },
  academia: { sv: 'Akademi', en: 'Academia' },
  civil_society: { sv: 'Civilsamhälle', en: 'Civil society' },
  industry_cluster: { sv: 'Näringsliv och kluster', en: 'Industry and clusters' },
};

/** What an actor says it does. */
export const actorRoleNames: Names = {
  steering: { sv: 'Strategisk styrning', en: 'Strategic steering' },
  coordination: { sv: 'Samordning', en: 'Coordination' },
  funding: { sv: 'Finansiering', en: 'Funding' },
  funding_guidance: { sv: 'Finansieringsvägledning', en: 'Guidance to funding' },
  advice: { sv: 'Rådgivning', en: 'Advice' },
  business_development: { sv: 'Affärsutveckling', en: 'Business development' },
  project_development: { sv: 'Projektutveckling', en: 'Project development' },
  project_finance: { sv: 'Projektekonomi', en: 'Project finance' },
  intermediary: { sv: 'Intermediär', en: 'Intermediary' },
  education: { sv: 'Utbildning och kompetens', en: 'Education and skills' },
  research: { sv: 'Forskning', en: 'Research' },
  testing: { sv: 'Test och införande', en: 'Testing and use' },
  social_innovation: { sv: 'Social innovation', en: 'Social innovation' },
  delivery: { sv: 'Genomför projekt', en: 'Carries out projects' },
  receiver: { sv: 'Tar emot resultat', en: 'Takes over results' },
};

/** The name of a type or role in a language; its own word where it has none here. */
export const nameOf = (names: Names, word: string, language: Language): string => names[word]?.[language] ?? word;
