import type { ActorType, PoliticalAnchoring, ProjectType, ReceivingStructure, StateAidRoute } from '@fordela/domain';
import type { ChoiceWords } from './read-choice';

/** How the officer's spreadsheet writes each answer (first) and what else is understood. */
export const projectTypeWords: ChoiceWords<ProjectType> = {
  prestudy: ['Förstudie', 'prestudy', 'pilotstudie', 'förprojekt'],
  implementation: ['Genomförandeprojekt', 'implementation', 'genomförande', 'projekt', 'utvecklingsprojekt'],
};

export const actorTypeWords: ChoiceWords<ActorType> = {
  public: ['Offentlig aktör', 'public', 'offentlig', 'offentliga aktörer'],
  business_support: [
    'Innovations- och näringslivsfrämjande aktör',
    'business_support',
    'främjandeaktör',
    'näringslivsfrämjande aktör',
    'företagsfrämjande',
  ],
  academia: ['Akademi och forskningsmiljö', 'academia', 'akademi', 'universitet', 'högskola'],
  civil_society: ['Civilsamhälle och idéburen aktör', 'civil_society', 'civilsamhälle', 'idéburen aktör', 'förening'],
  industry_cluster: ['Näringsliv och kluster', 'industry_cluster', 'näringsliv', 'kluster', 'företag'],
};

export const receivingStructureWords: ChoiceWords<ReceivingStructure> = {
  yes: ['Ja', 'yes', 'finns', 'j'],
  partly: ['Delvis', 'partly', 'till viss del', 'till del'],
  no: ['Nej', 'no', 'saknas', 'n', 'finns inte'],
};

export const politicalAnchoringWords: ChoiceWords<PoliticalAnchoring> = {
  decided: ['Beslutad', 'decided', 'ja', 'beslut finns', 'förankrad'],
  partly: ['Delvis', 'partly', 'pågår', 'på gång'],
  none: ['Saknas', 'none', 'nej', 'ingen', 'ej förankrad'],
};

export const stateAidWords: ChoiceWords<StateAidRoute> = {
  none: ['Nej', 'none', 'inget stöd', 'inget', 'ej statsstöd'],
  deminimis: ['De minimis', 'deminimis', 'försumbart stöd', 'stöd av mindre betydelse'],
  gber: ['Gruppundantag', 'gber', 'gruppundantaget', 'gruppundantagsförordningen'],
  unclear: ['Oklart', 'unclear', 'utreds', 'vet ej', 'oklar'],
};

/** Theme identifiers with their Swedish words; the first is how the export writes it. */
export const themeWords: Readonly<Record<string, readonly string[]>> = {
  early_phase: ['tidiga faser'],
  project_support: ['projektstöd'],
  grants_office: ['grants office'],
  eu_funding: ['EU-finansiering'],
  shared_capacity: ['delad kapacitet'],
  project_finance: ['projektekonomi'],
  micro_courses: ['mikrokurser'],
  ai_public_sector: ['AI i offentlig sektor'],
  digital: ['digital omställning', 'digitalisering'],
  foresight: ['omvärldsbevakning'],
  landing_page: ['digital landningsyta'],
  workrooms: ['arbetsrum'],
  intermediary: ['intermediär'],
  industry: ['industri'],
  strategic_arena: ['strategisk arena'],
  governance: ['styrning'],
  internal_capacity: ['intern kapacitet'],
  circular_economy: ['cirkulär ekonomi'],
  construction: ['bygg'],
  energy: ['energi'],
  resilience: ['resiliens'],
  rural: ['landsbygd'],
  civil_preparedness: ['civil beredskap', 'beredskap'],
  innovation: ['innovation'],
  climate_risk: ['klimatrisk'],
  water: ['vatten'],
  transport: ['transport'],
  social_innovation: ['social innovation'],
  skills: ['kompetens', 'kompetensförsörjning'],
  youth: ['unga'],
  business_support: ['företagsstöd'],
  tourism: ['besöksnäring'],
  food: ['livsmedel'],
  procurement: ['upphandling'],
  urban_development: ['stadsutveckling'],
  planning: ['fysisk planering'],
  political_anchoring: ['politisk förankring'],
  health: ['hälsa'],
  green: ['grön omställning'],
};
