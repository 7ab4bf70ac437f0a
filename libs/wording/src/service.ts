import type { Params } from '@fordela/domain';
import type { Catalogue, Language } from './catalogue';
import { formatList } from './format';

const list = (value: Params[string] | undefined, language: 'sv' | 'en') =>
  formatList(Array.isArray(value) ? value.map(String) : [String(value)], language);

/** The texts that people must write, by their names in the service. */
const fieldWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  title: { sv: 'rubriken', en: 'the title' },
  name: { sv: 'namnet', en: 'the name' },
  source: { sv: 'källan', en: 'the source' },
  unit: { sv: 'enheten', en: 'the unit' },
  text: { sv: 'texten', en: 'the text' },
  reason: { sv: 'skälet', en: 'the reason' },
  themes: { sv: 'temat', en: 'the theme' },
  by: { sv: 'ditt namn', en: 'your name' },
  madeBy: { sv: 'vem som ändrar', en: 'who makes the change' },
  decidedBy: { sv: 'vem som har beslutat', en: 'who has decided' },
  recordedBy: { sv: 'vem som registrerar', en: 'who records it' },
};

/** Why the service cannot start, and what it refuses whatever the subject. */
export const serviceWording: Catalogue = {
  'data-folder-in-use': {
    sv: (p) =>
      `Datamappen ${p['folder']} används redan av en annan Fördela${p['pid'] === null ? '' : ` (process ${p['pid']})`}. Stäng den, eller välj en annan mapp med FORDELA_DATA.`,
    en: (p) =>
      `The data folder ${p['folder']} is already in use by another Fördela${p['pid'] === null ? '' : ` (process ${p['pid']})`}. Stop it, or choose another folder with FORDELA_DATA.`,
  },
  'data-folder-held-elsewhere': {
    sv: (p) =>
      `Datamappen ${p['folder']} är låst av datorn ${p['host']}. Är du säker på att ingen Fördela körs där, ta bort filen ${p['file']} och starta igen.`,
    en: (p) =>
      `The data folder ${p['folder']} is locked by the computer ${p['host']}. If you are sure that no Fördela runs there, remove the file ${p['file']} and start again.`,
  },
  'data-folder-not-writable': {
    sv: (p) =>
      `Det går inte att skriva i datamappen ${p['folder']} (${p['reason']}). Ge skrivrätt, eller välj en annan mapp med FORDELA_DATA.`,
    en: (p) =>
      `The data folder ${p['folder']} cannot be written to (${p['reason']}). Allow writing, or choose another folder with FORDELA_DATA.`,
  },
  'data-folder-other-version': {
    sv: (p) =>
      `Datamappen ${p['folder']} är skriven av databasversion ${p['found']}; denna Fördela läser version ${p['expected']}. Använd den Fördela som skrev den, eller en annan mapp.`,
    en: (p) =>
      `The data folder ${p['folder']} was written by database version ${p['found']}; this Fördela reads version ${p['expected']}. Use the Fördela that wrote it, or another folder.`,
  },
  'data-folder-damaged': {
    sv: (p) =>
      `Databasen i ${p['folder']} går inte att öppna: ${p['reason']}. Återställ mappen från en säkerhetskopia, eller välj en annan.`,
    en: (p) =>
      `The database in ${p['folder']} cannot be opened: ${p['reason']}. Restore the folder from a backup, or choose another.`,
  },
  'database-url-invalid': {
    sv: () => 'DATABASE_URL är ingen PostgreSQL-adress. Skriv postgres://användare:lösenord@dator:5432/databas.',
    en: () => 'DATABASE_URL is not a PostgreSQL address. Write postgres://user:password@computer:5432/database.',
  },
  'database-unreachable': {
    sv: (p) =>
      `Databasen på ${p['host']} svarar inte (${p['reason']}). Kontrollera att den är igång och att DATABASE_URL stämmer.`,
    en: (p) =>
      `The database at ${p['host']} does not answer (${p['reason']}). Check that it is running and that DATABASE_URL is right.`,
  },
  'database-not-ready': {
    sv: (p) =>
      `Databasen på ${p['host']} tar inte emot anslutningar just nu (${p['reason']}). Försök igen om en stund.`,
    en: (p) => `The database at ${p['host']} takes no connections right now (${p['reason']}). Try again in a moment.`,
  },
  'database-login-refused': {
    sv: (p) =>
      `Databasen på ${p['host']} släpper inte in användaren ${p['user']}. Kontrollera användare och lösenord i DATABASE_URL.`,
    en: (p) =>
      `The database at ${p['host']} does not let the user ${p['user']} in. Check user and password in DATABASE_URL.`,
  },
  'database-missing': {
    sv: (p) =>
      `På ${p['host']} finns ingen databas som heter ${p['database']}. Skapa den (createdb ${p['database']}) eller rätta DATABASE_URL.`,
    en: (p) =>
      `There is no database called ${p['database']} at ${p['host']}. Create it (createdb ${p['database']}) or correct DATABASE_URL.`,
  },
  'database-too-old': {
    sv: (p) => `Databasen är PostgreSQL ${p['version']}; Fördela behöver version 15 eller nyare.`,
    en: (p) => `The database is PostgreSQL ${p['version']}; Fördela needs version 15 or newer.`,
  },
  'schema-newer': {
    sv: (p) =>
      `Databasen har använts av en nyare Fördela (steget ${p['step']} är okänt här). Uppgradera Fördela, eller använd en annan databas.`,
    en: (p) =>
      `The database has been used by a newer Fördela (the step ${p['step']} is unknown here). Upgrade Fördela, or use another database.`,
  },
  'schema-behind': {
    sv: (p) =>
      `Databasen är äldre än denna Fördela (saknar ${list(p['steps'], 'sv')}). Säkerhetskopiera den och kör «fordela migrate».`,
    en: (p) =>
      `The database is older than this Fördela (it lacks ${list(p['steps'], 'en')}). Back it up and run "fordela migrate".`,
  },
  'port-in-use': {
    sv: (p) => `Port ${p['port']} på ${p['host']} är upptagen. Välj en annan med --port eller PORT.`,
    en: (p) => `Port ${p['port']} on ${p['host']} is taken. Choose another with --port or PORT.`,
  },
  'address-not-available': {
    sv: (p) => `Det går inte att lyssna på ${p['host']} port ${p['port']} (${p['reason']}).`,
    en: (p) => `It is not possible to listen on ${p['host']} port ${p['port']} (${p['reason']}).`,
  },
  'setting-invalid': {
    sv: (p) => `Inställningen ${p['name']} kan inte vara «${p['value']}»: ${p['expected']}.`,
    en: (p) => `The setting ${p['name']} cannot be "${p['value']}": ${p['expected']}.`,
  },
  'internal-error': {
    sv: (p) => `Något gick fel hos oss. Felet är loggat som ${p['id']}.`,
    en: (p) => `Something went wrong on our side. The error is logged as ${p['id']}.`,
  },
  'database-away': {
    sv: () => 'Databasen svarar inte. Försök igen om en stund.',
    en: () => 'The database does not answer. Try again in a moment.',
  },
  'computation-too-long': {
    sv: (p) =>
      `Beräkningen tog mer än ${p['seconds']} sekunder och avbröts. Prova med färre ansökningar eller lösare villkor.`,
    en: (p) =>
      `The computation took more than ${p['seconds']} seconds and was stopped. Try fewer applications or looser limits.`,
  },
  'computation-failed': {
    sv: () => 'Beräkningen avbröts av ett fel i räknedelen. Tjänsten i övrigt är igång; försök igen.',
    en: () =>
      'The computation was stopped by a failure of the computing part. The service itself is running; try again.',
  },
  'computation-queue-full': {
    sv: () => 'För många beräkningar väntar. Försök igen om en stund.',
    en: () => 'Too many computations are waiting. Try again in a moment.',
  },
  'query-too-deep': {
    sv: (p) => `Frågan går ${p['depth']} nivåer ned; högst ${p['limit']} besvaras.`,
    en: (p) => `The query goes ${p['depth']} levels down; at most ${p['limit']} are answered.`,
  },
  'query-too-large': {
    sv: (p) => `Frågan kan ge ${p['cost']} fält; högst ${p['limit']} besvaras. Be om mindre sidor.`,
    en: (p) => `The query may come to ${p['cost']} fields; at most ${p['limit']} are answered. Ask for smaller pages.`,
  },
  'page-size-out-of-range': {
    sv: (p) => `En sida kan ha 1 till ${p['largestPage']} rader, inte ${p['first']}.`,
    en: (p) => `A page can have 1 to ${p['largestPage']} rows, not ${p['first']}.`,
  },
  'cursor-invalid': {
    sv: () => 'Markören hör inte till den här listan i den här ordningen. Börja om utan «after».',
    en: () => 'The cursor does not belong to this list in this order. Start again without "after".',
  },
  'call-not-found': {
    sv: (p) => `Det finns ingen utlysning ${p['id']}.`,
    en: (p) => `There is no call ${p['id']}.`,
  },
  'call-unknown': {
    sv: (p) => `Det finns ingen utlysning ${p['id']}.`,
    en: (p) => `There is no call ${p['id']}.`,
  },
  'application-not-found': {
    sv: (p) => `Det finns ingen ansökan ${p['id']}.`,
    en: (p) => `There is no application ${p['id']}.`,
  },
  'application-unknown': {
    sv: (p) => `Det finns ingen ansökan ${p['id']}.`,
    en: (p) => `There is no application ${p['id']}.`,
  },
  'reviewer-unknown': {
    sv: (p) => `Utlysningen har ingen granskare ${p['id']}.`,
    en: (p) => `The call has no reviewer ${p['id']}.`,
  },
  'text-missing': {
    sv: (p) => `Fyll i ${fieldWords[String(p['field'])]?.sv ?? `fältet ${p['field']}`}.`,
    en: (p) => `Fill in ${fieldWords[String(p['field'])]?.en ?? `the field ${p['field']}`}.`,
  },
  'rule-book-stale': {
    sv: (p) =>
      `Någon annan har ändrat regelboken sedan du läste den (du såg ${p['expected']}, nu är den ${p['version']}). Läs om den och gör ändringen på nytt.`,
    en: (p) =>
      `Somebody else has changed the rule book since you read it (you saw ${p['expected']}, it is now ${p['version']}). Read it again and redo the change.`,
  },
  'completion-answer-by-past': {
    sv: (p) => `${p['date']} har redan varit. Ange en dag att svara från och med ${p['today']}.`,
    en: (p) => `${p['date']} has passed. State a day to answer by, from ${p['today']} on.`,
  },
  'completion-answer-early': {
    sv: (p) => `Svaret är daterat ${p['date']}, innan kompletteringen begärdes ${p['requested']}.`,
    en: (p) => `The answer is dated ${p['date']}, before the completion was asked for on ${p['requested']}.`,
  },
  'completion-not-open': {
    sv: (p) => `Det finns ingen obesvarad begäran om komplettering nummer ${p['no']}.`,
    en: (p) => `There is no open request for completion number ${p['no']}.`,
  },
  'override-missing': {
    sv: () => 'Ange minst en ansökan att tvinga in eller ut.',
    en: () => 'State at least one application to force in or out.',
  },
  'record-not-found': {
    sv: (p) => `Det finns ingen förteckning ${p['id']}.`,
    en: (p) => `There is no record ${p['id']}.`,
  },
  'record-figure-differs': {
    sv: (p) => `${p['figure']}: i förteckningen ${p['recorded']}, omräknat ${p['recomputed']}.`,
    en: (p) => `${p['figure']}: ${p['recorded']} in the record, ${p['recomputed']} when computed again.`,
  },
  'record-method-differs': {
    sv: (p) =>
      `${p['figure']}: metoden har ändrats sedan dess, från ${p['recorded']} till ${p['recomputed']}. Andra siffror kan bero på det.`,
    en: (p) =>
      `${p['figure']}: the method has changed since then, from ${p['recorded']} to ${p['recomputed']}. Other figures may differ because of it.`,
  },
  'record-part-changed': {
    sv: (p) =>
      `${p['figure']}: är inte vad som sparades. Fingeravtrycket var ${p['recorded']} och är nu ${p['recomputed']}.`,
    en: (p) =>
      `${p['figure']}: is not what was kept. Its fingerprint was ${p['recorded']} and is now ${p['recomputed']}.`,
  },
  'record-part-of-call': {
    sv: (p) => `${p['figure']} bygger på utlysningen som den var då och räknas inte om; fingeravtrycket vaktar den.`,
    en: (p) => `${p['figure']} rests on the call as it was then and is not computed again; its fingerprint guards it.`,
  },
  'record-part-of-clock': {
    sv: (p) => `${p['figure']} kommer från klockan och kan inte bli densamma.`,
    en: (p) => `${p['figure']} comes from the clock and cannot come out the same.`,
  },
  'record-part-of-solver': {
    sv: (p) => `${p['figure']} jämförs inte när HiGHS har räknat: hur långt den söker kan bero på datorn.`,
    en: (p) => `${p['figure']} is not compared when HiGHS has solved: how far it searches can depend on the machine.`,
  },
  'round-tasks-missing': {
    sv: () => 'Ange minst en uppgift som lista, till exempel [{"task": "smaa"}].',
    en: () => 'Give at least one task as a list, for example [{"task": "smaa"}].',
  },
  'criterion-unknown': {
    sv: (p) => `Utlysningen har inget kriterium ${p['id']}.`,
    en: (p) => `The call has no criterion ${p['id']}.`,
  },
  'criterion-twice': {
    sv: (p) => `Kriteriet ${p['id']} står två gånger.`,
    en: (p) => `The criterion ${p['id']} is there twice.`,
  },
  'criterion-not-rated': {
    sv: (p) => `Kriteriet ${p['id']} räknas ut ur projektets uppgifter och bedöms inte av granskare.`,
    en: (p) => `The criterion ${p['id']} is computed from project data and is not rated by reviewers.`,
  },
  'rating-outside-scale': {
    sv: (p) => `Betyget ${p['rating']} ligger utanför skalan ${p['min']}–${p['max']}.`,
    en: (p) => `The rating ${p['rating']} is outside the scale ${p['min']}–${p['max']}.`,
  },
  'rating-and-cannot-judge': {
    sv: () => 'Den som inte kan bedöma kan inte samtidigt ge ett betyg. Ta bort det ena.',
    en: () => 'Whoever cannot judge cannot give a rating at the same time. Remove one of them.',
  },
  'weight-negative': {
    sv: (p) => `En vikt kan inte vara ${p['weight']}: den är noll eller mer.`,
    en: (p) => `A weight cannot be ${p['weight']}: it is zero or more.`,
  },
  'weights-all-zero': {
    sv: () => 'Minst ett kriterium måste ha en vikt över noll.',
    en: () => 'At least one criterion must have a weight above zero.',
  },
  'year-out-of-range': {
    sv: (p) => `Året ${p['year']} ligger utanför ${p['firstYear']}–${p['lastYear']}.`,
    en: (p) => `The year ${p['year']} is outside ${p['firstYear']}–${p['lastYear']}.`,
  },
  'amount-negative': {
    sv: (p) => `Beloppet kan inte vara negativt (${p['amountSek']}).`,
    en: (p) => `The amount cannot be negative (${p['amountSek']}).`,
  },
  stale: {
    sv: () => 'Någon annan har ändrat detta sedan du öppnade det. Läs in det på nytt och gör om din ändring.',
    en: () => 'Somebody else has changed this since you opened it. Load it again and redo your change.',
  },
  'objective-missing': {
    sv: () => 'Välj vad fördelningen ska vara bäst på: målet är ett policyval och förvalt är inget.',
    en: () => 'Choose what the allocation is to be best at: the objective is a policy choice and none is preset.',
  },
  'objective-twice': {
    sv: () => 'Ange målet på ett sätt: «objective» eller «objectiveDetail», inte båda.',
    en: () => 'State the objective in one way: "objective" or "objectiveDetail", not both.',
  },
  'scenario-unknown': {
    sv: (p) => `Det finns inget scenario ${p['id']}.`,
    en: (p) => `There is no scenario ${p['id']}.`,
  },
  'scenario-name-taken': {
    sv: (p) => `Ett annat scenario i utlysningen heter redan «${p['name']}».`,
    en: (p) => `Another scenario of the call is already called "${p['name']}".`,
  },
  'name-missing': {
    sv: () => 'Skriv ett namn.',
    en: () => 'Write a name.',
  },
  'text-too-long': {
    sv: (p) => `Texten är ${p['length']} tecken; högst ${p['most']} får plats.`,
    en: (p) => `The text is ${p['length']} characters; at most ${p['most']} fit.`,
  },
  'comparison-size': {
    sv: (p) => `Välj två till ${p['most']} scenarier att jämföra, inte ${p['count']}.`,
    en: (p) => `Choose two to ${p['most']} scenarios to compare, not ${p['count']}.`,
  },
  'comparison-of-calls': {
    sv: (p) => `Scenarierna hör till olika utlysningar (${list(p['calls'], 'sv')}) och kan inte jämföras.`,
    en: (p) => `The scenarios belong to different calls (${list(p['calls'], 'en')}) and cannot be compared.`,
  },
  'import-unknown': {
    sv: () => 'Förhandsgranskningen finns inte kvar. Läs in filen på nytt.',
    en: () => 'The preview is no longer there. Import the file again.',
  },
  'import-already-saved': {
    sv: () => 'Rader ur den här förhandsgranskningen är redan sparade. Läs in filen på nytt för att spara fler.',
    en: () => 'Rows of this preview have been saved already. Import the file again to save more.',
  },
  'import-call-missing': {
    sv: () => 'Välj vilken utlysning kalkylarket hör till.',
    en: () => 'Choose the call the spreadsheet belongs to.',
  },
  'import-other-call': {
    sv: (p) => `Filerna hör till utlysningen ${p['call']}, inte till ${p['chosen']}.`,
    en: (p) => `The files belong to the call ${p['call']}, not to ${p['chosen']}.`,
  },
  'import-file-count': {
    sv: (p) => (p['kind'] === 'spreadsheet' ? `Välj ett kalkylark, inte ${p['count']}.` : 'Välj minst en fil.'),
    en: (p) =>
      p['kind'] === 'spreadsheet' ? `Choose one spreadsheet, not ${p['count']}.` : 'Choose at least one file.',
  },
  'file-not-base64': {
    sv: (p) => `Innehållet i ${p['name']} är inte skickat som base64.`,
    en: (p) => `The content of ${p['name']} is not sent as base64.`,
  },
  'file-twice': {
    sv: (p) => `Filen ${p['name']} är med två gånger.`,
    en: (p) => `The file ${p['name']} is there twice.`,
  },
  'sweep-steps': {
    sv: (p) => `En delning kan räknas i 1 till ${p['most']} steg, inte ${p['steps']}.`,
    en: (p) => `A split can be computed in 1 to ${p['most']} steps, not ${p['steps']}.`,
  },
};
