import type { Catalogue, Language, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';

type Sentence = (figures: Figures) => string;

function says(sv: Sentence, en: Sentence): Wording {
  return { sv: (params) => sv(figuresOf(params, 'sv')), en: (params) => en(figuresOf(params, 'en')) };
}

const partNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: {
    recipient: 'mottagare',
    purpose: 'syfte',
    goals: 'mål',
    time_plan: 'tidsplan',
    budget: 'budget',
    financing_plan: 'finansieringsplan',
    requested_amount: 'sökt belopp',
  },
  en: {
    recipient: 'recipient',
    purpose: 'purpose',
    goals: 'goals',
    time_plan: 'time plan',
    budget: 'budget',
    financing_plan: 'financing plan',
    requested_amount: 'amount asked for',
  },
};

const parts = (figures: Figures, language: Language) =>
  figures
    .list('missing')
    .map((part) => partNames[language][String(part)] ?? String(part))
    .join(', ');

const share = (fund: string) =>
  says(
    (f) =>
      `${fund} är ${f.sek('amount')} av ${f.sek('total')}, alltså ${f.percent('share')}. Högst ${f.percent('ceiling')} får komma därifrån.`,
    (f) =>
      `${fund} pays ${f.sek('amount')} of ${f.sek('total')}, which is ${f.percent('share')}. At most ${f.percent('ceiling')} may come from there.`,
  );

const years = (f: Figures, language: Language) => {
  const list = f.list('years');
  if (list.length === 0) return '';
  return language === 'sv' ? ` Det skiljer år ${f.names('years')}.` : ` The years that differ: ${f.names('years')}.`;
};

/** What each rule says when it has found something, and the refusals of the rule book and of reviews. */
export const rulesWording: Catalogue = {
  'rule-application-incomplete': says(
    (f) => `Ansökan saknar ${parts(f, 'sv')}.`,
    (f) => `The application lacks ${parts(f, 'en')}.`,
  ),
  'rule-implementation-plan-missing': says(
    () => 'Det finns ingen plan för genomförandet: inga faser med månader och kostnader.',
    () => 'There is no plan for the work: no phases with months and costs.',
  ),
  'rule-received-date-missing': says(
    () => 'Det framgår inte när ansökan kom in. Därför går det inte att pröva om projektet har börjat för tidigt.',
    () => 'It is not stated when the application came in, so nobody can check whether the project started too early.',
  ),
  'rule-received-after-closing': says(
    (f) => `Ansökan kom in ${f.text('received')}, efter sista dagen ${f.text('closing')}.`,
    (f) => `The application came in on ${f.text('received')}, after the closing date ${f.text('closing')}.`,
  ),
  'rule-end-before-start': says(
    (f) => `Projektet slutar ${f.text('end')} men börjar ${f.text('start')}.`,
    (f) => `The project ends in ${f.text('end')} but starts in ${f.text('start')}.`,
  ),
  'rule-cost-years-do-not-sum': says(
    (f) =>
      `Årens kostnad är ${f.sek('sum')} men total kostnad anges till ${f.sek('total')}. Skillnad ${f.sek('difference')}.`,
    (f) =>
      `The years cost ${f.sek('sum')} but the total is given as ${f.sek('total')}. Difference ${f.sek('difference')}.`,
  ),
  'rule-requested-years-do-not-sum': says(
    (f) =>
      `Sökt per år är ${f.sek('sum')} men sökt belopp anges till ${f.sek('total')}. Skillnad ${f.sek('difference')}.`,
    (f) =>
      `The years ask for ${f.sek('sum')} but the amount asked for is given as ${f.sek('total')}. Difference ${f.sek('difference')}.`,
  ),
  'rule-smallest-grant-above-request': says(
    (f) => `Minsta användbara bidrag är ${f.sek('smallest')}, mer än de ${f.sek('requested')} som söks.`,
    (f) => `The smallest useful grant is ${f.sek('smallest')}, more than the ${f.sek('requested')} asked for.`,
  ),
  'rule-cost-range-inconsistent': says(
    (f) => `Kostnaden ${f.sek('total')} ligger utanför sitt eget spann ${f.sek('low')}–${f.sek('high')}.`,
    (f) => `The cost ${f.sek('total')} lies outside its own range ${f.sek('low')}–${f.sek('high')}.`,
  ),
  'rule-possible-duplicate': says(
    (f) => `${f.names('others')} har samma projektnamn. Är det samma projekt som söker två gånger?`,
    (f) => `${f.names('others')} has the same project name. Is one project applying twice?`,
  ),
  'rule-ordinary-activity-borderline': says(
    (f) =>
      `Texten innehåller ${f.quoted('words')} och projektet har bara en part. Pröva gränsen mot ordinarie verksamhet.`,
    (f) =>
      `The text contains ${f.quoted('words')} and the project has a single party. Judge where ordinary operations begin.`,
  ),
  'rule-operating-support': says(
    (f) =>
      `Texten innehåller ${f.quoted('words')} och projektet har bara en part. Drift får inte betalas med projektmedel.`,
    (f) =>
      `The text contains ${f.quoted('words')} and the project has a single party. Project money may not pay for operations.`,
  ),
  'rule-operating-support-suspected': says(
    (f) => `Texten innehåller ${f.quoted('words')}. Pröva om någon del är driftsstöd.`,
    (f) => `The text contains ${f.quoted('words')}. Judge whether any part is operating support.`,
  ),
  'rule-strategy-priority-missing': says(
    () => 'Ansökan anger inte vilken prioritering i Sörmlandsstrategin den bidrar till.',
    () => 'The application does not say which priority of the regional strategy it serves.',
  ),
  'rule-strategy-priority-unknown': says(
    (f) => `Prioriteringen ${f.text('priority')} finns inte i strategin.`,
    (f) => `There is no priority ${f.text('priority')} in the strategy.`,
  ),
  'rule-grant-rate-above-50': says(
    (f) =>
      `1:1-medel är ${f.sek('amount')} av ${f.sek('total')}, alltså ${f.percent('share')}. Högst ${f.percent('ceiling')} får vara 1:1-medel, alla beslutsfattare tillsammans.`,
    (f) =>
      `1:1 money is ${f.sek('amount')} of ${f.sek('total')}, which is ${f.percent('share')}. At most ${f.percent('ceiling')} may be 1:1 money, all deciders together.`,
  ),
  'rule-requested-not-in-financing': says(
    (f) => `${f.sek('requested')} söks men finansieringsplanen har ${f.sek('planned')} i 1:1-medel.${years(f, 'sv')}`,
    (f) =>
      `${f.sek('requested')} is asked for but the financing plan has ${f.sek('planned')} of 1:1 money.${years(f, 'en')}`,
  ),
  'rule-financing-does-not-sum': says(
    (f) =>
      (f.value('difference') ?? 0) > 0
        ? `Finansieringen är ${f.sek('financing')} men kostnaden ${f.sek('cost')}. Det saknas ${f.sek('difference')}.${years(f, 'sv')}`
        : `Finansieringen är ${f.sek('financing')} men kostnaden bara ${f.sek('cost')}.${years(f, 'sv')}`,
    (f) =>
      (f.value('difference') ?? 0) > 0
        ? `Financing is ${f.sek('financing')} but the cost is ${f.sek('cost')}. ${f.sek('difference')} is missing.${years(f, 'en')}`
        : `Financing is ${f.sek('financing')} but the cost is only ${f.sek('cost')}.${years(f, 'en')}`,
  ),
  'rule-financing-years-do-not-match': says(
    (f) => `Finansiering och kostnad är lika stora totalt men inte år för år. Det skiljer år ${f.names('years')}.`,
    (f) => `Financing and cost are equal in total but not year by year. The years that differ: ${f.names('years')}.`,
  ),
  'rule-partner-shares-not-100': says(
    (f) => `Partnernas andelar är tillsammans ${f.percent('sum')}, inte 100.`,
    (f) => `The partners' shares sum to ${f.percent('sum')}, not 100.`,
  ),
  'rule-lead-partner-not-one': says(
    (f) =>
      f.list('leads').length === 0
        ? `Ingen av partnerna är projektägare. Ansökan anger ${f.text('named')}.`
        : `Projektägare bland partnerna är ${f.names('leads')}, men ansökan anger ${f.text('named')}.`,
    (f) =>
      f.list('leads').length === 0
        ? `None of the partners is lead partner. The application names ${f.text('named')}.`
        : `Lead partner among the partners is ${f.names('leads')}, but the application names ${f.text('named')}.`,
  ),
  'rule-phase-costs-do-not-sum': says(
    (f) => `Faserna kostar ${f.sek('sum')} men total kostnad är ${f.sek('total')}. Skillnad ${f.sek('difference')}.`,
    (f) =>
      `The phases cost ${f.sek('sum')} but the total cost is ${f.sek('total')}. Difference ${f.sek('difference')}.`,
  ),
  'rule-phase-years-do-not-match': says(
    (f) => `Fasernas kostnad stämmer totalt men inte år ${f.names('years')}.`,
    (f) => `The phases' cost is right in total but not in ${f.names('years')}.`,
  ),
  'rule-in-kind-mismatch': says(
    (f) =>
      `Finansiering i annat än pengar är ${f.sek('financing')} men kostnaden i annat än pengar ${f.sek('cost')}. De ska vara lika.`,
    (f) => `In-kind financing is ${f.sek('financing')} but in-kind cost is ${f.sek('cost')}. They must be equal.`,
  ),
  'rule-in-kind-paid-by-1-1': says(
    (f) =>
      (f.value('inKind') ?? 0) > 0
        ? `${f.sek('inKind')} av 1:1-medlen anges i annat än pengar. 1:1-medel är alltid pengar.`
        : `1:1-medel är ${f.sek('oneToOne')} men bara ${f.sek('cash')} av kostnaden betalas i pengar.`,
    (f) =>
      (f.value('inKind') ?? 0) > 0
        ? `${f.sek('inKind')} of the 1:1 money is given as in kind. 1:1 money is always cash.`
        : `1:1 money is ${f.sek('oneToOne')} but only ${f.sek('cash')} of the cost is paid in cash.`,
  ),
  'rule-cofinancing-not-confirmed': says(
    (f) => `Medfinansiering som bara är en avsikt: ${f.sek('amount')}.`,
    (f) => `Co-financing that is only an intention: ${f.sek('amount')}.`,
  ),
  'rule-eruf-share-above-40': share('ERUF'),
  'rule-esf-share-above-54': share('ESF+'),
  'rule-interreg-share-above-80': share('Interreg'),
  'rule-advance-above-cap': says(
    (f) =>
      `Förskott på ${f.sek('advance')} begärs. Högst ${f.sek('most')} kan lämnas: det lägsta av ${f.percent('share')} av bidraget (${f.sek('part')}) och ${f.sek('cap')}.`,
    (f) =>
      `An advance of ${f.sek('advance')} is asked for. At most ${f.sek('most')} may be given: the lower of ${f.percent('share')} of the grant (${f.sek('part')}) and ${f.sek('cap')}.`,
  ),
  'rule-started-before-application': says(
    (f) => `Projektet börjar ${f.text('start')}, innan ansökan kom in ${f.text('received')}.`,
    (f) => `The project starts in ${f.text('start')}, before the application came in on ${f.text('received')}.`,
  ),
  'rule-state-aid-unclear': says(
    () => 'Frågan om statligt stöd är inte besvarad. Den måste vara det före beslut.',
    () => 'The question of State aid is not answered. It must be before a decision.',
  ),
  'rule-state-aid-undertaking-missing': says(
    () => 'Stödet ska prövas mot en regel om statligt stöd, men det framgår inte vilket företag som får det.',
    () => 'The aid is to be tried against a State aid rule, but the undertaking that gets it is not named.',
  ),
  'rule-de-minimis-amount-missing': says(
    () => 'Stödet är av mindre betydelse (de minimis), men beloppet i euro saknas.',
    () => 'The aid is de minimis, but the amount in euro is missing.',
  ),
  'rule-company-without-aid-route': says(
    (f) =>
      `${f.names('companies')} är företag och deltar, men ansökan anger att inget statligt stöd ges. Pröva frågan.`,
    (f) =>
      `${f.names('companies')} is an undertaking taking part, but the application says that no State aid is given. Look into it.`,
  ),
  'rule-de-minimis-exceeded': says(
    (f) =>
      `${f.text('undertaking')}: ${f.eur('historyEur')} tidigare och ${f.eur('amountEur')} nu blir ${f.eur('totalEur')}. Taket är ${f.eur('ceilingEur')} under ${f.text('windowFrom')}–${f.text('windowTo')}.`,
    (f) =>
      `${f.text('undertaking')}: ${f.eur('historyEur')} earlier and ${f.eur('amountEur')} now make ${f.eur('totalEur')}. The ceiling is ${f.eur('ceilingEur')} in ${f.text('windowFrom')}–${f.text('windowTo')}.`,
  ),
  'rule-de-minimis-joint': says(
    (f) =>
      `${f.text('undertaking')}: ${f.names('applications')} ryms var för sig men inte tillsammans. Med ${f.eur('historyEur')} tidigare blir det ${f.eur('totalEur')}, och taket är ${f.eur('ceilingEur')}.`,
    (f) =>
      `${f.text('undertaking')}: ${f.names('applications')} fit one by one but not together. With ${f.eur('historyEur')} earlier they make ${f.eur('totalEur')}, and the ceiling is ${f.eur('ceilingEur')}.`,
  ),
  'rule-no-receiving-structure': says(
    () => 'Ingen tar emot resultatet när projektet är slut. Risk för tomtebloss.',
    () => 'Nobody takes over the results when the project ends: they may burn out.',
  ),
  'rule-receiving-structure-not-stated': says(
    () => 'Det framgår inte om någon tar emot resultatet när projektet är slut.',
    () => 'It is not stated whether anybody takes over the results when the project ends.',
  ),
  'rule-receiving-actor-missing': says(
    () => 'Ansökan säger att någon tar emot resultatet, men inte vem.',
    () => 'The application says that somebody takes over the results, but not who.',
  ),
  'rule-unknown-municipality-code': says(
    (f) => `Kommunkoden ${f.text('code')} finns inte i länet.`,
    (f) => `There is no municipality with code ${f.text('code')} in the county.`,
  ),
  'rule-municipality-missing': says(
    () => 'Det framgår inte vilka kommuner projektet är till för.',
    () => 'It is not stated which municipalities the project is for.',
  ),
  'rule-dangling-dependency': says(
    (f) => `Ansökan hänvisar till ${f.text('to')}, som inte finns i utlysningen.`,
    (f) => `The application refers to ${f.text('to')}, which is not in the call.`,
  ),
  'rule-dependency-on-itself': says(
    () => 'Ansökan hänvisar till sig själv.',
    () => 'The application refers to itself.',
  ),
  'rule-dependency-contradiction': says(
    (f) => `Ansökan kräver ${f.text('to')} och utesluter den samtidigt.`,
    (f) => `The application requires ${f.text('to')} and excludes it at the same time.`,
  ),
  'rule-too-few-reviewers': says(
    (f) => `Bara ${f.number('reviewers')} har bedömt ansökan. ${f.number('required')} krävs.`,
    (f) => `Only ${f.number('reviewers')} have judged the application. ${f.number('required')} are required.`,
  ),
  'rule-missing-ratings': says(
    (f) => `${f.number('missing')} betyg saknas från ${f.names('reviewers')}.`,
    (f) => `${f.number('missing')} ratings are missing from ${f.names('reviewers')}.`,
  ),
  'rule-rating-out-of-range': says(
    (f) =>
      `${f.text('reviewer')} har gett ${f.number('rating')} på ${f.text('criterion')}. Skalan är ${f.number('least')}–${f.number('most')}.`,
    (f) =>
      `${f.text('reviewer')} gave ${f.number('rating')} on ${f.text('criterion')}. The scale is ${f.number('least')}–${f.number('most')}.`,
  ),
  'rule-conflict-of-interest-declared': says(
    (f) => `${f.text('reviewer')} har anmält jäv. Betygen räknas inte.`,
    (f) => `${f.text('reviewer')} has declared a conflict of interest. The ratings are left out.`,
  ),
  'rule-conflict-of-interest-undeclared': says(
    (f) => `${f.text('reviewer')} hör till ${f.text('affiliation')}, som deltar i projektet, men har inte anmält jäv.`,
    (f) =>
      `${f.text('reviewer')} belongs to ${f.text('affiliation')}, which takes part in the project, but has declared no conflict of interest.`,
  ),
  'rule-prepared-by-applicant': says(
    (f) => `Ansökan bereds av ${f.text('unit')}, som själv deltar i projektet. En annan enhet ska bereda den.`,
    (f) =>
      `The application is prepared by ${f.text('unit')}, which itself takes part in the project. Another unit is to prepare it.`,
  ),
  'rule-own-project-judged-inside': says(
    () => 'Regionens eget projekt har bara bedömts inom regionen. Låt någon utifrån bedöma det.',
    () => "The region's own project has been judged only inside the region. Let somebody from outside judge it.",
  ),
  'rule-rule-without-figure': says(
    (f) => `Regeln ${f.text('rule')} kunde inte prövas: ${f.names('missing')} har inget värde den ${f.text('asOf')}.`,
    (f) => `The rule ${f.text('rule')} could not be applied: ${f.names('missing')} has no value on ${f.text('asOf')}.`,
  ),

  'rule-book-date': says(
    (f) => `${f.text('id')}: ${f.text('date')} är inte ett datum, eller slutet ligger före början.`,
    (f) => `${f.text('id')}: ${f.text('date')} is not a date, or the end is before the start.`,
  ),
  'rule-book-twice': says(
    (f) => `${f.text('id')} har två värden som börjar gälla ${f.text('date')}. Behåll ett.`,
    (f) => `${f.text('id')} has two values that begin on ${f.text('date')}. Keep one.`,
  ),
  'rule-book-value': says(
    (f) => `${f.text('id')} kan inte ha värdet ${f.text('value')}.`,
    (f) => `${f.text('id')} cannot have the value ${f.text('value')}.`,
  ),
  'figure-unknown': says(
    (f) => `Ingen regel läser en uppgift som heter ${f.text('id')}. Välj en av ${f.names('known')}.`,
    (f) => `No rule reads a figure called ${f.text('id')}. Choose one of ${f.names('known')}.`,
  ),
  'exchange-rate-missing': says(
    (f) =>
      `Regelboken har ingen växelkurs för ${f.text('date')}. Lägg in dagens kurs ur InforEuro som uppgiften ${f.text('figure')}, med källa och datum.`,
    (f) =>
      `The rule book has no exchange rate for ${f.text('date')}. Enter that day’s InforEuro rate as the figure ${f.text('figure')}, with its source and dates.`,
  ),
  'aid-amount-negative': says(
    (f) => `Ett stödbelopp kan inte vara negativt (${f.sek('amount')}).`,
    (f) => `An amount of aid cannot be negative (${f.sek('amount')}).`,
  ),
  'rule-unknown': says(
    (f) => `Det finns ingen regel ${f.text('id')}.`,
    (f) => `There is no rule ${f.text('id')}.`,
  ),
  'rule-version-unknown': says(
    (f) => `Regeln ${f.text('id')} finns inte i version ${f.text('version')}.`,
    (f) => `There is no version ${f.text('version')} of the rule ${f.text('id')}.`,
  ),
  'rule-parameter-unknown': says(
    (f) => `Regeln ${f.text('rule')} och uppgiften ${f.text('id')} hör inte ihop i regelboken.`,
    (f) => `The rule ${f.text('rule')} and the figure ${f.text('id')} do not belong together in the rule book.`,
  ),
  'review-finding-gone': says(
    (f) => `Uppgifterna i ${f.text('application')} har ändrats sedan du läste dem. Läs om och ta ställning igen.`,
    (f) => `The figures of ${f.text('application')} have changed since you read them. Read again and decide anew.`,
  ),
  'review-cannot-override': says(
    (f) =>
      f.text('severity') === 'portfolio_constraint'
        ? 'Det här är en gräns som fördelningen håller, och den ändras inte av att du bortser från fyndet. Rätta stödbeloppet, det bolag det gäller eller det tidigare stödet, eller fördela utan gränsen för stöd av mindre betydelse.'
        : 'Betyget räknas inte på grund av jäv, och det ändras inte av att du bortser från fyndet. Rätta granskarens anmälan om den är fel.',
    (f) =>
      f.text('severity') === 'portfolio_constraint'
        ? 'This is a limit the allocation keeps, and setting the finding aside does not change it. Correct the amount of aid, the undertaking or the earlier aid, or allocate without the de minimis limit.'
        : 'The rating is left out for a conflict of interest, and setting the finding aside does not change that. Correct the reviewer’s declaration if it is wrong.',
  ),
  'review-reason-missing': says(
    (f) => `Skriv varför. Ett ställningstagande om ${f.text('application')} utan skäl kan inte följas efteråt.`,
    (f) => `Write why. A decision on ${f.text('application')} without a reason cannot be followed later.`,
  ),
  'ruling-nothing-to-reinstate': says(
    (f) => `${f.text('application')} är inte underkänd, så det finns inget att återta.`,
    (f) => `${f.text('application')} is not ineligible, so there is nothing to reinstate.`,
  ),
};
