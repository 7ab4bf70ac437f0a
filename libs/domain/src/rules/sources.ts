import type { RuleSource } from './rule-book';

const regulation = (section: string, text: string, isVerified: boolean): RuleSource => ({
  citation: `Förordning (2003:596) om bidrag för projektverksamhet inom den regionala utvecklingspolitiken, ${section}`,
  text,
  url: 'https://lagen.nu/2003:596',
  isVerified,
});

/**
 * Where the rules come from. `isVerified: false` marks sections changed by SFS 2022:1470 or 2024:1244 whose current wording was not
 * read, and what rests on general knowledge: a lawyer must read them before real use (docs/rules.md lists them).
 */
export const ruleSources = {
  project: regulation(
    '1 §',
    'Ett projekt är avgränsat från ordinarie verksamhet i tid, ekonomi och arbetsinsats.',
    false,
  ),
  noOperatingSupport: regulation('5 § (2009:674)', 'Bidrag får inte lämnas som driftsstöd.', false),
  half: regulation('5 § (2009:674)', 'Bidrag får lämnas med högst 50 procent av projektets utgifter.', false),
  halfSormland: {
    citation: 'Region Sörmland, Finansiering av utvecklingsprojekt (2024-02-26)',
    text: 'Högst 50 procent av den totala projektkostnaden.',
    url: 'https://utvecklasormland.se',
    isVerified: true,
  },
  halfJointly: {
    citation: 'Region Västerbotten, Regionala projektmedel',
    text: 'De 50 procenten gäller 1:1-medel från en eller flera finansiärer tillsammans.',
    url: 'https://www.regionvasterbotten.se',
    isVerified: true,
  },
  purpose: regulation(
    '2–3 §§',
    'Projektet ska bidra till politikens mål och följa länets strategi. Bidrag som är statligt stöd bör inte ges enligt förordningen.',
    false,
  ),
  written: regulation(
    '8 § (2009:158)',
    'Ansökan ska vara skriftlig och ange mottagare, syfte, mål, tidsplan, genomförande, budget och finansieringsplan.',
    true,
  ),
  advance: regulation(
    '11 § (2015:858)',
    'Förskott får lämnas om det finns särskilda skäl, med högst hälften av bidraget och högst 400 000 kronor för hela projektet.',
    false,
  ),
  strategy: {
    citation: 'Förordning (2017:583) om regionalt utvecklingsarbete, 15 § (2024:100)',
    text: 'Strategin är utgångspunkt för urvalet av insatser.',
    url: null,
    isVerified: true,
  },
  nyps: {
    citation: 'Nypscentralen, Projektmedel i Nyps 2020 – Så ska stödbelopp hanteras',
    text: 'Stödet är total kostnad minus total medfinansiering; bidrag i annat än pengar har alltid lika stor finansiering i annat än pengar.',
    url: 'https://nypscentralen.tillvaxtverket.se',
    isVerified: true,
  },
  eruf: {
    citation:
      'Tillväxtverket, utlysning Utveckla färdigheter för smart specialisering, Östra Mellansverige (stängd 2024-03-19)',
    text: 'Stöd från Eruf med högst 40 procent av de totala kostnaderna.',
    url: 'https://tillvaxtverket.se',
    isVerified: true,
  },
  esf: {
    citation: 'Svenska ESF-rådet, ESF+ 2021–2027, programområde A',
    text: 'Krav på medfinansiering 46 procent, alltså högst 54 procent från ESF+.',
    url: 'https://www.esf.se',
    isVerified: true,
  },
  interreg: {
    citation: 'Interreg Central Baltic 2021–2027 (regionstockholm.se; utvecklasormland.se)',
    text: 'Stöd med högst 80 procent.',
    url: null,
    isVerified: true,
  },
  deMinimis: {
    citation: 'Kommissionens förordning (EU) 2023/2831, artikel 3.2',
    text: 'Högst 300 000 euro per ett enda företag och medlemsstat under en rullande period av tre år. Gäller till och med den 31 december 2030.',
    url: 'https://eur-lex.europa.eu/eli/reg/2023/2831/oj',
    isVerified: true,
  },
  stateAid: {
    citation: 'EUF-fördraget, artikel 107.1; Tillväxtverkets handbok 2021–2027, Följ EU:s regler för statsstöd',
    text: 'Offentliga medel, företag, fördel, selektivitet och påverkan på handeln: frågan ska vara besvarad före beslut.',
    url: null,
    isVerified: true,
  },
  startAid: {
    citation: 'Förordning (2022:1468), 6 §; kommissionens förordning (EU) nr 651/2014, artikel 6',
    text: 'Ansökan ska ha lämnats in innan arbetet påbörjas.',
    url: null,
    isVerified: true,
  },
  conflict: {
    citation: 'Förvaltningslagen (2017:900) 16–18 §§; kommunallagen (2017:725) 6 kap. 28–32 §§ och 7 kap. 4 §',
    text: 'Den som är jävig får inte delta i handläggningen eller vara närvarande och ska anmäla det.',
    url: null,
    isVerified: true,
  },
  report: {
    citation: 'Sweco för Region Sörmland, Kraftsamla Sörmland (februari 2026), avsnitt 4.4 och tabell 6',
    text: 'Utan ordinarie personal och pengar att ta vid brinner resultaten ut (tomtebloss); mottagande strukturer saknas vid avslut.',
    url: null,
    isVerified: true,
  },
  reportOwnShare: {
    citation: 'Sweco för Region Sörmland, Kraftsamla Sörmland (februari 2026), avsnitt 5.2.8',
    text: 'Det behöver diskuteras hur stor del som går till regionens egna projekt; beredande och sökande enhet hålls isär.',
    url: null,
    isVerified: true,
  },
  reportLeadTime: {
    citation: 'Sweco för Region Sörmland, Kraftsamla Sörmland (februari 2026), avsnitt 4.1 och 4.2',
    text: 'Utlysningar behöver vara kända ungefär ett halvår i förväg.',
    url: null,
    isVerified: true,
  },
  threeReviewers: {
    citation: 'Exempel i demonstrationsportföljen',
    text: 'Tre granskare per ansökan. Regionen bestämmer själv.',
    url: null,
    isVerified: true,
  },
  reviewForm: {
    citation: 'Kriteriets egen skala i utlysningen',
    text: 'Alla granskare betygsätter alla kriterier på den skala som utlysningen anger.',
    url: null,
    isVerified: true,
  },
  engine: {
    citation: 'Fördelas eget val',
    text: 'Uppgifter om samma sak i en ansökan ska stämma med varandra. Ordlistor är hjälp att hitta, inte ett svar.',
    url: null,
    isVerified: true,
  },
} as const satisfies Readonly<Record<string, RuleSource>>;
