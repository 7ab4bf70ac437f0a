import type { Language } from './catalogue';

export type Bilingual = Readonly<Record<Language, string>>;

/** What a rule is called, what an officer can do about its findings, and what to ask the applicant (null: not theirs to mend). */
export interface RuleText {
  readonly name: Bilingual;
  readonly remedy: Bilingual;
  readonly completion: Bilingual | null;
}

const both = (sv: string, en: string): Bilingual => ({ sv, en });
const text = (name: Bilingual, remedy: Bilingual, completion: Bilingual | null = null): RuleText => ({
  name,
  remedy,
  completion,
});

const askForPlan = both(
  'Skicka en finansieringsplan där summan är lika med kostnaden, totalt och för varje år.',
  'Send a financing plan whose sum equals the cost, in total and for every year.',
);
const remedyAsk = both('Begär komplettering.', 'Request completion.');
const lowerFund = both(
  'Begär en finansieringsplan där fondens del ryms.',
  "Request a financing plan in which the fund's part fits.",
);
const askFund = (fund: string) =>
  both(
    `Skicka en finansieringsplan där ${fund} inte betalar mer än sin högsta andel.`,
    `Send a financing plan in which ${fund} pays no more than its highest share.`,
  );

/** By rule id. A test holds that every rule of the default rule book is here. */
export const ruleTexts: Readonly<Record<string, RuleText>> = {
  application_incomplete: text(
    both('Ansökan är fullständig', 'The application is complete'),
    remedyAsk,
    both('Komplettera ansökan med det som saknas.', 'Complete the application with what is missing.'),
  ),
  implementation_plan_missing: text(
    both('Plan för genomförandet finns', 'There is a plan for the work'),
    both('Begär en plan, eller läs in projektets faser.', "Request a plan, or import the project's phases."),
    both(
      'Skicka en plan för genomförandet: faser med månader och kostnad per år.',
      'Send a plan for the work: phases with months and cost per year.',
    ),
  ),
  received_date_missing: text(
    both('Ankomstdatum finns', 'The date of receipt is there'),
    both('Ange när ansökan kom in.', 'State when the application came in.'),
  ),
  received_after_closing: text(
    both('Ansökan kom in i tid', 'The application came in on time'),
    both('Avgör om den tas upp ändå, och skriv varför.', 'Decide whether it is taken up anyway, and write why.'),
  ),
  end_before_start: text(
    both('Slut efter start', 'End after start'),
    remedyAsk,
    both('Rätta projektets start- och slutmånad.', "Correct the project's first and last month."),
  ),
  cost_years_do_not_sum: text(
    both('Årens kostnad = total kostnad', "The years' cost = total cost"),
    remedyAsk,
    both(
      'Rätta budgeten så att årens kostnad blir den totala.',
      "Correct the budget so that the years' costs make the total.",
    ),
  ),
  requested_years_do_not_sum: text(
    both('Sökt per år = sökt belopp', 'Asked for per year = amount asked for'),
    remedyAsk,
    both('Rätta sökt belopp per år så att summan stämmer.', 'Correct the amounts asked for per year so that they sum.'),
  ),
  smallest_grant_above_request: text(
    both('Minsta bidrag ryms i det sökta', 'The smallest grant fits in the request'),
    remedyAsk,
    both(
      'Ange ett minsta bidrag som inte är större än det sökta.',
      'State a smallest grant no larger than the amount asked for.',
    ),
  ),
  cost_range_inconsistent: text(
    both('Kostnaden ligger i sitt spann', 'The cost lies in its range'),
    remedyAsk,
    both('Rätta spannet för slutkostnaden.', 'Correct the range of the final cost.'),
  ),
  possible_duplicate: text(
    both('Inte samma projekt två gånger', 'Not the same project twice'),
    both(
      'Jämför ansökningarna. Behåll en, eller bekräfta att de är olika.',
      'Compare the applications. Keep one, or confirm that they differ.',
    ),
  ),
  ordinary_activity_borderline: text(
    both('Avgränsat från ordinarie verksamhet', 'Delimited from ordinary operations'),
    both(
      'Läs ansökan och avgör om projektet är avgränsat i tid, ekonomi och arbetsinsats.',
      'Read the application and judge whether the project is delimited in time, economy and work effort.',
    ),
    both(
      'Beskriv hur projektet är avgränsat från er ordinarie verksamhet i tid, ekonomi och arbetsinsats.',
      'Describe how the project is delimited from your ordinary operations in time, economy and work effort.',
    ),
  ),
  operating_support: text(
    both('Inget driftsstöd', 'No operating support'),
    both(
      'Läs ansökan. Är det inte drift, bortse från fyndet och skriv varför.',
      'Read the application. If it is not operations, override the finding and write why.',
    ),
  ),
  operating_support_suspected: text(
    both('Ingen del är driftsstöd', 'No part is operating support'),
    both('Läs ansökan och avgör.', 'Read the application and decide.'),
    both(
      'Beskriv vilka kostnader som bara uppstår genom projektet.',
      'Describe which costs arise only through the project.',
    ),
  ),
  strategy_priority_missing: text(
    both('Bidrar till strategin', 'Serves the strategy'),
    both('Fråga, eller ange prioriteringen själv.', 'Ask, or state the priority yourself.'),
    both(
      'Ange vilken prioritering i Sörmlandsstrategin projektet bidrar till.',
      'State which priority of the regional strategy the project serves.',
    ),
  ),
  strategy_priority_unknown: text(
    both('Prioriteringen finns', 'The priority exists'),
    both('Rätta prioriteringen.', 'Correct the priority.'),
  ),
  grant_rate_above_50: text(
    both('1:1-medel är högst hälften', '1:1 money is at most half'),
    both('Begär en ny finansieringsplan, eller sänk bidraget.', 'Request a new financing plan, or lower the grant.'),
    both(
      'Skicka en finansieringsplan där 1:1-medel är högst hälften av den totala kostnaden.',
      'Send a financing plan in which 1:1 money is at most half of the total cost.',
    ),
  ),
  requested_not_in_financing: text(
    both('Det sökta finns i finansieringsplanen', 'The amount asked for is in the financing plan'),
    remedyAsk,
    both(
      'Ta upp de sökta 1:1-medlen i finansieringsplanen, år för år.',
      'Enter the 1:1 money asked for in the financing plan, year by year.',
    ),
  ),
  financing_does_not_sum: text(both('Finansiering = kostnad', 'Financing = cost'), remedyAsk, askForPlan),
  financing_years_do_not_match: text(
    both('Finansiering = kostnad varje år', 'Financing = cost every year'),
    remedyAsk,
    askForPlan,
  ),
  partner_shares_not_100: text(
    both('Partnernas andelar är 100 procent', "The partners' shares are 100%"),
    remedyAsk,
    both(
      'Rätta partnernas andelar så att de blir 100 procent.',
      "Correct the partners' shares so that they make 100%.",
    ),
  ),
  lead_partner_not_one: text(
    both('En projektägare', 'One lead partner'),
    remedyAsk,
    both('Ange vilken organisation som äger projektet.', 'State which organisation leads the project.'),
  ),
  phase_costs_do_not_sum: text(
    both('Fasernas kostnad = total kostnad', "The phases' cost = total cost"),
    remedyAsk,
    both(
      'Rätta fasernas kostnad så att summan blir den totala.',
      "Correct the phases' costs so that they make the total.",
    ),
  ),
  phase_years_do_not_match: text(
    both('Fasernas kostnad stämmer varje år', "The phases' cost is right every year"),
    remedyAsk,
    both(
      'Fördela fasernas kostnad på samma år som budgeten.',
      "Spread the phases' costs over the same years as the budget.",
    ),
  ),
  in_kind_mismatch: text(
    both('Kostnad i annat än pengar = finansiering i annat än pengar', 'In-kind cost = in-kind financing'),
    remedyAsk,
    both(
      'Rätta kostnad och finansiering i annat än pengar så att de är lika.',
      'Correct in-kind cost and in-kind financing so that they are equal.',
    ),
  ),
  in_kind_paid_by_1_1: text(
    both('1:1-medel betalar bara kostnader i pengar', '1:1 money pays only costs in cash'),
    remedyAsk,
    both(
      'Ändra planen så att 1:1-medel bara betalar kostnader i pengar.',
      'Change the plan so that 1:1 money pays only costs in cash.',
    ),
  ),
  cofinancing_not_confirmed: text(
    both('Medfinansieringen är bekräftad', 'Co-financing is confirmed'),
    both(
      'Begär intyg, eller föreslå beslut med villkor om intyg före utbetalning.',
      'Request a certificate, or propose a decision on condition of one before payment.',
    ),
    both(
      'Skicka intyg om medfinansiering från dem som bara har uttryckt en avsikt.',
      'Send certificates of co-financing from those who have only stated an intention.',
    ),
  ),
  eruf_share_above_40: text(
    both('ERUF ryms under sitt tak', 'ERUF fits under its ceiling'),
    lowerFund,
    askFund('ERUF'),
  ),
  esf_share_above_54: text(both('ESF+ ryms under sitt tak', 'ESF+ fits under its ceiling'), lowerFund, askFund('ESF+')),
  interreg_share_above_80: text(
    both('Interreg ryms under sitt tak', 'Interreg fits under its ceiling'),
    lowerFund,
    askFund('Interreg'),
  ),
  advance_above_cap: text(
    both('Förskottet ryms', 'The advance fits'),
    both('Sänk förskottet till högsta tillåtna.', 'Lower the advance to the most allowed.'),
    both(
      'Sänk det begärda förskottet, och ange särskilda skäl för förskott.',
      'Lower the advance asked for, and state the special reasons for one.',
    ),
  ),
  started_before_application: text(
    both('Inte påbörjat före ansökan', 'Not started before the application'),
    both(
      'Kontrollera startmånaden. Är den rätt kan stöd inte lämnas till det som redan gjorts.',
      'Check the first month. If it is right, what is already done cannot be supported.',
    ),
  ),
  state_aid_unclear: text(
    both('Frågan om statligt stöd är besvarad', 'The State aid question is answered'),
    both(
      'Låt regionens jurist svara. Systemet avgör inte frågan.',
      "Let the region's lawyer answer. The system does not decide the question.",
    ),
    both(
      'Svara på frågorna om ekonomisk verksamhet och statligt stöd.',
      'Answer the questions on economic activity and State aid.',
    ),
  ),
  state_aid_undertaking_missing: text(
    both('Stödmottagande företag är angivet', 'The undertaking aided is named'),
    remedyAsk,
    both(
      'Ange vilket företag som får stöd, med organisationsnummer.',
      'State which undertaking is aided, with its registration number.',
    ),
  ),
  de_minimis_amount_missing: text(
    both('Stödbelopp i euro är angivet', 'The aid in euro is stated'),
    remedyAsk,
    both(
      'Ange stödets belopp, och skicka intyg om tidigare stöd av mindre betydelse.',
      'State the amount of aid, and send a declaration of earlier de minimis aid.',
    ),
  ),
  company_without_aid_route: text(
    both('Företag deltar utan stödprövning', 'Undertaking without a State aid route'),
    both('Pröva om företaget får en fördel.', 'Judge whether the undertaking gains an advantage.'),
    both(
      'Beskriv vad det deltagande företaget får ut av projektet.',
      'Describe what the participating undertaking gets out of the project.',
    ),
  ),
  de_minimis_exceeded: text(
    both('Taket för stöd av mindre betydelse', 'The de minimis ceiling'),
    both(
      'Sänk stödet till företaget, eller pröva det mot gruppundantaget.',
      'Lower the aid to the undertaking, or try it under the block exemption.',
    ),
  ),
  de_minimis_joint: text(
    both('Taket för flera ansökningar tillsammans', 'The ceiling for several applications together'),
    both(
      'Fördelningen väljer inte fler än som ryms. Inget behöver göras.',
      'The allocation chooses no more than fit. Nothing needs doing.',
    ),
  ),
  no_receiving_structure: text(
    both('Någon tar emot resultatet', 'Somebody takes over the results'),
    both(
      'Fråga vem som kan ta emot, eller väg in risken i bedömningen.',
      'Ask who can take over, or weigh the risk in the assessment.',
    ),
    both(
      'Ange vem som tar emot resultatet när projektet är slut.',
      'State who takes over the results when the project ends.',
    ),
  ),
  receiving_structure_not_stated: text(
    both('Uppgift om mottagare finns', 'It is stated who takes over'),
    remedyAsk,
    both(
      'Ange om någon tar emot resultatet när projektet är slut.',
      'State whether anybody takes over the results when the project ends.',
    ),
  ),
  receiving_actor_missing: text(
    both('Mottagaren är namngiven', 'The receiver is named'),
    remedyAsk,
    both('Ange vilken organisation som tar emot resultatet.', 'State which organisation takes over the results.'),
  ),
  unknown_municipality_code: text(
    both('Kommunkoderna finns', 'The municipality codes exist'),
    both('Rätta koden.', 'Correct the code.'),
    both('Ange vilka kommuner projektet är till för.', 'State which municipalities the project is for.'),
  ),
  municipality_missing: text(
    both('Kommuner är angivna', 'Municipalities are stated'),
    remedyAsk,
    both('Ange vilka kommuner projektet är till för.', 'State which municipalities the project is for.'),
  ),
  dangling_dependency: text(
    both('Det som ansökan bygger på finns', 'What the application depends on exists'),
    both('Rätta ärendenumret, eller ta bort hänvisningen.', 'Correct the case id, or remove the reference.'),
    both('Ange vilken ansökan projektet bygger på.', 'State which application the project depends on.'),
  ),
  dependency_on_itself: text(
    both('Inte beroende av sig självt', 'Not dependent on itself'),
    both('Ta bort hänvisningen.', 'Remove the reference.'),
  ),
  dependency_contradiction: text(
    both('Kräver och utesluter inte samma', 'Does not require and exclude the same'),
    both('Ta bort den ena hänvisningen.', 'Remove one of the references.'),
  ),
  too_few_reviewers: text(
    both('Tillräckligt många bedömare', 'Enough reviewers'),
    both('Utse fler bedömare.', 'Appoint more reviewers.'),
  ),
  missing_ratings: text(
    both('Alla betyg finns', 'All ratings are there'),
    both(
      'Påminn bedömaren. Ett saknat betyg räknas inte som noll.',
      'Remind the reviewer. A missing rating does not count as zero.',
    ),
  ),
  rating_out_of_range: text(
    both('Betygen ligger på skalan', 'The ratings lie on the scale'),
    both('Be bedömaren rätta betyget.', 'Ask the reviewer to correct the rating.'),
  ),
  conflict_of_interest_declared: text(
    both('Anmält jäv', 'Declared conflict of interest'),
    both(
      'Betygen är borttagna ur medelvärdet. Utse en ersättare vid behov.',
      'The ratings are out of the mean. Appoint a substitute if needed.',
    ),
  ),
  conflict_of_interest_undeclared: text(
    both('Jäv som inte är anmält', 'Undeclared conflict of interest'),
    both(
      'Fråga bedömaren. Vid jäv: låt bedömaren anmäla det, så räknas betygen inte.',
      'Ask the reviewer. If so, let them declare it and the ratings are left out.',
    ),
  ),
  prepared_by_applicant: text(
    both('Beredd av annan än sökanden', 'Prepared by another than the applicant'),
    both(
      'Låt en enhet som inte deltar i projektet bereda ansökan.',
      'Let a unit that takes no part in the project prepare it.',
    ),
  ),
  own_project_judged_inside: text(
    both('Eget projekt bedöms utifrån', 'Own project is judged from outside'),
    both('Utse en bedömare utanför regionen.', 'Appoint a reviewer from outside the region.'),
  ),
};

/** By point of the checklist. */
export const checklistTexts: Readonly<Record<string, Bilingual>> = {
  complete_application: both('Fullständig ansökan', 'Complete application'),
  ordinary_operations: both('Avgränsat från ordinarie verksamhet', 'Delimited from ordinary operations'),
  operating_support: both('Inget driftsstöd', 'No operating support'),
  strategy_fit: both('I linje med strategin', 'Fits the strategy'),
  grant_rate: both('1:1-medel högst hälften', '1:1 money at most half'),
  financing_closes: both('Finansieringen går ihop', 'The financing closes'),
  partner_shares: both('Partnernas andelar', "Partners' shares"),
  phases_total: both('Fasernas summa', 'Sum of the phases'),
  in_kind: both('Annat än pengar', 'In kind'),
  co_financing: both('Bekräftad medfinansiering', 'Confirmed co-financing'),
  fund_ceilings: both('EU-fondernas tak', "The EU funds' ceilings"),
  advance: both('Förskott', 'Advance'),
  not_started: both('Inte påbörjat', 'Not started'),
  state_aid: both('Statligt stöd', 'State aid'),
  receiving_structure: both('Mottagare av resultatet', 'Receiver of the results'),
  municipalities: both('Kommuner', 'Municipalities'),
  dependencies: both('Beroenden', 'Dependencies'),
  reviewers: both('Bedömare', 'Reviewers'),
  ratings: both('Betyg', 'Ratings'),
  conflicts_of_interest: both('Jäv', 'Conflicts of interest'),
};

export const severityTexts: Readonly<Record<string, Bilingual>> = {
  error: both('Fel', 'Error'),
  warning: both('Varning', 'Warning'),
  manual_review: both('Kräver bedömning', 'Needs judgement'),
  exclude_rating: both('Betyg räknas inte', 'Rating left out'),
  portfolio_constraint: both('Gräns för urvalet', 'Limit on the choice'),
};

export const outcomeTexts: Readonly<Record<string, Bilingual>> = {
  pass: both('Godkänt', 'Pass'),
  fail: both('Underkänt', 'Fail'),
  needs_review: both('Att ta ställning till', 'To be settled'),
  not_applicable: both('Ej aktuellt', 'Not applicable'),
};

export const ruleScopeTexts: Readonly<Record<string, Bilingual>> = {
  law: both('Svensk lag', 'Swedish law'),
  eu_law: both('EU-rätt', 'EU law'),
  fund: both('Fondens program', "The fund's programme"),
  regional_practice: both('Regionens praxis', "The region's practice"),
  report: both('Kraftsamla Sörmland', 'Kraftsamla Sörmland'),
  engine: both('Fördelas eget val', "Fördela's own choice"),
};

/** By id of a figure in the rule book. */
export const figureTexts: Readonly<Record<string, Bilingual>> = {
  grant_rate_ceiling: both('Högsta andel 1:1-medel', 'Highest share of 1:1 money'),
  advance_share_ceiling: both('Högsta förskott av bidraget', 'Highest advance of the grant'),
  advance_ceiling_sek: both('Högsta förskott i kronor', 'Highest advance in kronor'),
  eruf_ceiling: both('Högsta andel ERUF', 'Highest ERUF share'),
  esf_ceiling: both('Högsta andel ESF+', 'Highest ESF+ share'),
  interreg_ceiling: both('Högsta andel Interreg', 'Highest Interreg share'),
  de_minimis_ceiling_eur: both('Tak för stöd av mindre betydelse', 'De minimis ceiling'),
  de_minimis_years: both('År som stöd av mindre betydelse räknas', 'Years de minimis aid counts'),
  sek_per_eur: both('Kronor per euro', 'Kronor per euro'),
  required_reviewers: both('Bedömare per ansökan', 'Reviewers per application'),
  partner_share_tolerance: both('Tillåten avrundning av partnerandelar', 'Rounding allowed in partner shares'),
  single_party_limit: both('Antal parter som räknas som ensam', 'Number of parties that count as single'),
  operating_support_words: both('Ord som tyder på driftsstöd', 'Words that suggest operating support'),
  ordinary_operations_words: both('Ord som tyder på ordinarie verksamhet', 'Words that suggest ordinary operations'),
  call_lead_time_months: both('Framförhållning inför en utlysning', 'Lead time before a call'),
};
