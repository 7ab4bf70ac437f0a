import type { Language } from './catalogue';

type Names = Readonly<Record<string, readonly [sv: string, en: string]>>;

const ownerGroups: Names = {
  region_own: ['Regionens egna', 'Region’s own'],
  municipal: ['Kommunala', 'Municipal'],
  other: ['Övriga', 'Other'],
};
const phases: Names = {
  foresight_idea: ['Omvärldsbevakning och idé', 'Foresight and idea'],
  application: ['Ansökan', 'Application'],
  implementation: ['Genomförande', 'Implementation'],
  closure: ['Avslut och fortsättning', 'Closure and continuation'],
};
const sizeClasses: Names = {
  small: ['Små kommuner', 'Small municipalities'],
  medium: ['Mellanstora kommuner', 'Medium-sized municipalities'],
  large: ['Stora kommuner', 'Large municipalities'],
};
const themes: Names = {
  ai_public_sector: ['AI i offentlig sektor', 'AI in the public sector'],
  business_support: ['Företagsfrämjande', 'Business support'],
  circular_economy: ['Cirkulär ekonomi', 'Circular economy'],
  civil_preparedness: ['Civil beredskap', 'Civil preparedness'],
  climate_risk: ['Klimatrisker', 'Climate risk'],
  construction: ['Byggande', 'Construction'],
  digital: ['Digitalisering', 'Digital'],
  early_phase: ['Tidiga faser', 'Early phases'],
  energy: ['Energi', 'Energy'],
  eu_funding: ['EU-finansiering', 'EU funding'],
  food: ['Livsmedel', 'Food'],
  foresight: ['Omvärldsbevakning', 'Foresight'],
  governance: ['Styrning', 'Governance'],
  grants_office: ['Grants office', 'Grants office'],
  green: ['Grön omställning', 'Green transition'],
  health: ['Hälsa', 'Health'],
  industry: ['Industri', 'Industry'],
  innovation: ['Innovation', 'Innovation'],
  intermediary: ['Intermediärer', 'Intermediaries'],
  internal_capacity: ['Intern kapacitet', 'Internal capacity'],
  landing_page: ['Digital landningsyta', 'Digital landing surface'],
  micro_courses: ['Mikrokurser', 'Micro courses'],
  planning: ['Planering', 'Planning'],
  political_anchoring: ['Politisk förankring', 'Political anchoring'],
  procurement: ['Upphandling', 'Procurement'],
  project_finance: ['Projektekonomi', 'Project finance'],
  project_support: ['Projektstöd', 'Project support'],
  resilience: ['Resiliens', 'Resilience'],
  rural: ['Landsbygd', 'Rural areas'],
  shared_capacity: ['Delad kapacitet', 'Shared capacity'],
  skills: ['Kompetens', 'Skills'],
  social_innovation: ['Social innovation', 'Social innovation'],
  strategic_arena: ['Strategisk arena', 'Strategic arena'],
  tourism: ['Besöksnäring', 'Tourism'],
  transport: ['Transporter', 'Transport'],
  urban_development: ['Stadsutveckling', 'Urban development'],
  water: ['Vatten', 'Water'],
  workrooms: ['Arbetsrum', 'Workrooms'],
  youth: ['Unga', 'Young people'],
};
/** The themes that have a name. */
export const themeIds: readonly string[] = Object.keys(themes);
const projectTypes: Names = {
  prestudy: ['Förstudier', 'Pre-studies'],
  implementation: ['Genomförandeprojekt', 'Implementation projects'],
};
const notStated = ['Inte angivet', 'Not stated'] as const;
const byDimension: Readonly<Record<string, Names>> = {
  ownerGroup: ownerGroups,
  phase: phases,
  sizeClass: sizeClasses,
  theme: themes,
  projectType: projectTypes,
};
const dimensions: Names = {
  ownerGroup: ['ägargrupp', 'owner group'],
  phase: ['fas', 'phase'],
  theme: ['tema', 'theme'],
  municipality: ['kommun', 'municipality'],
  sizeClass: ['kommunstorlek', 'size of municipality'],
  lead: ['ansvarig part', 'lead partner'],
  projectType: ['projekttyp', 'type of project'],
  strategyPriority: ['prioritering', 'priority'],
};

/**
 * What a group of a portfolio is called. `known` is the name its register gives (a municipality's, or the group's own id); it is
 * shown for groups that have no name here, such as themes a region has added.
 */
export function groupName(dimension: string, group: string, known: string, language: Language): string {
  const names = group === 'not_stated' ? notStated : byDimension[dimension]?.[group];
  return names ? names[language === 'sv' ? 0 : 1] : known;
}

/** What divides a portfolio into groups, as a word in a sentence; a dimension that is not known here keeps its own name. */
export function dimensionName(dimension: string, language: Language): string {
  return dimensions[dimension]?.[language === 'sv' ? 0 : 1] ?? dimension;
}
