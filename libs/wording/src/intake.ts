import type { Catalogue, Language, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';
import type { Bilingual } from './rule-texts';

type Text = string | ((figures: Figures) => string);

/** What is said about a place in an imported file, and what to do about it (null: nothing needs doing). */
interface IntakeText {
  readonly says: readonly [sv: Text, en: Text];
  readonly todo: readonly [sv: string, en: string] | null;
}

const say = (sv: Text, en: Text, todo: IntakeText['todo'] = null): IntakeText => ({ says: [sv, en], todo });
const correct = ['Rätta cellen här eller i filen.', 'Correct the cell here or in the file.'] as const;
const confirm = [
  'Läs cellen. Stämmer tolkningen kan raden väljas.',
  'Read the cell. If the reading is right the row can be chosen.',
] as const;
const saveAsXlsx = [
  'Spara filen som Excel-arbetsbok (.xlsx) eller CSV och läs in den igen.',
  'Save the file as an Excel workbook (.xlsx) or CSV and import it again.',
] as const;

const texts: Readonly<Record<string, IntakeText>> = {
  // The file as a whole.
  'file-empty': say('Filen är tom.', 'The file is empty.', [
    'Välj en fil med ansökningar.',
    'Choose a file with applications.',
  ]),
  'file-too-big': say(
    (f) => `Filen är ${f.number('bytes')} byte. Högst ${f.number('most')} kan läsas.`,
    (f) => `The file is ${f.number('bytes')} bytes. At most ${f.number('most')} can be read.`,
    ['Ta bort bilder och blad som inte behövs.', 'Remove pictures and sheets that are not needed.'],
  ),
  'file-is-xls': say(
    'Filen är i det gamla Excel-formatet .xls.',
    'The file is in the old Excel format .xls.',
    saveAsXlsx,
  ),
  'file-is-ods': say(
    'Filen är ett OpenDocument-kalkylark (.ods).',
    'The file is an OpenDocument spreadsheet (.ods).',
    saveAsXlsx,
  ),
  'file-is-pdf': say('Filen är en PDF.', 'The file is a PDF.', [
    'Be om tabellen som Excel eller CSV.',
    'Ask for the table as Excel or CSV.',
  ]),
  'file-is-zip': say('Filen är ett arkiv, inte ett kalkylark.', 'The file is an archive, not a spreadsheet.', [
    'Packa upp arkivet och läs in filerna i det.',
    'Unpack the archive and import the files in it.',
  ]),
  'file-is-html': say(
    'Filen är en webbsida, även om den heter något annat.',
    'The file is a web page, whatever its name.',
    saveAsXlsx,
  ),
  'file-is-binary': say(
    'Filen är varken text eller ett kalkylark.',
    'The file is neither text nor a spreadsheet.',
    saveAsXlsx,
  ),
  'file-missing': say('Filen saknas.', 'The file is missing.', ['Lägg till filen.', 'Add the file.']),
  'file-unknown': say('Filen känns inte igen och lästes inte.', 'The file is not known and was not read.', [
    'Kontrollera namnet mot listan i docs/formats/import.md.',
    'Check its name against the list in docs/formats/import.md.',
  ]),
  'xlsx-unreadable': say(
    'Arbetsboken går inte att öppna. Den kan vara skadad eller skyddad med lösenord.',
    'The workbook cannot be opened. It may be damaged or protected by a password.',
    [
      'Öppna filen i Excel, ta bort skyddet och spara den på nytt.',
      'Open the file in Excel, remove the protection and save it again.',
    ],
  ),
  'csv-quote-not-closed': say(
    (f) => `Ett citattecken som öppnas på rad ${f.number('row')} stängs aldrig.`,
    (f) => `A quotation mark opened in row ${f.number('row')} is never closed.`,
    ['Stäng eller ta bort citattecknet.', 'Close or remove the quotation mark.'],
  ),
  'encoding-lost': say(
    'Bokstäver i filen gick inte att läsa, troligen å, ä eller ö. Filen är inte sparad som UTF-8.',
    'Letters in the file could not be read, most likely å, ä or ö. The file was not saved as UTF-8.',
    ['Spara filen som ”CSV UTF-8” och läs in den igen.', 'Save the file as “CSV UTF-8” and import it again.'],
  ),
  'encoding-doubled': say(
    'Å, ä och ö hade blivit Ã¥, Ã¤ och Ã¶. Det är rättat.',
    'Å, ä and ö had become Ã¥, Ã¤ and Ã¶. That has been put right.',
    ['Kontrollera några namn.', 'Check some of the names.'],
  ),
  'file-read-as': say(
    (f) =>
      f.text('format') === 'xlsx'
        ? `Bladet ”${f.text('sheet')}” lästes. Rubrikerna står på rad ${f.number('headerRow')}.`
        : `Filen lästes som ${f.text('encoding')} med ${separatorName(f.text('delimiter'), 'sv')} mellan cellerna. Rubrikerna står på rad ${f.number('headerRow')}.`,
    (f) =>
      f.text('format') === 'xlsx'
        ? `The sheet “${f.text('sheet')}” was read. The headers are in row ${f.number('headerRow')}.`
        : `The file was read as ${f.text('encoding')} with ${separatorName(f.text('delimiter'), 'en')} between cells. The headers are in row ${f.number('headerRow')}.`,
  ),
  'sheet-not-read': say(
    (f) => `Bladet ”${f.text('sheet')}” lästes inte. Ansökningarna lästes från ”${f.text('chosen')}”.`,
    (f) => `The sheet “${f.text('sheet')}” was not read. Applications were read from “${f.text('chosen')}”.`,
  ),
  'header-not-found': say(
    (f) => `Ingen rubrikrad hittades. Den ska ha minst ${f.names('required')}.`,
    (f) => `No row of headers was found. It needs at least ${f.names('required')}.`,
    [
      'Kontrollera att det är rätt fil och att rubrikraden är med.',
      'Check that it is the right file and that its headers are in it.',
    ],
  ),
  'too-many-rows': say(
    (f) => `Filen har ${f.number('rows')} rader. Högst ${f.number('most')} kan läsas på en gång.`,
    (f) => `The file has ${f.number('rows')} rows. At most ${f.number('most')} can be read at once.`,
    ['Dela filen.', 'Split the file.'],
  ),
  'call-missing': say(
    'Det framgår inte vilken utlysning ansökningarna hör till.',
    'It is not stated which call the applications belong to.',
    ['Lägg till calls.csv, eller välj en utlysning först.', 'Add calls.csv, or choose a call first.'],
  ),
  'call-more-than-one': say(
    'Ansökningarna hör till olika utlysningar.',
    'The applications belong to different calls.',
    ['Läs in en utlysning i taget.', 'Import one call at a time.'],
  ),

  'report-frame-unreadable': say(
    'Filen med rapportens behov är inte JSON.',
    "The file with the report's needs is not JSON.",
    ['Återställ filen från demo/data/report-frame.json.', 'Restore the file from demo/data/report-frame.json.'],
  ),
  'report-frame-wrong': say(
    (f) => `”${f.text('place')}” i filen med rapportens behov är inte som den ska vara.`,
    (f) => `“${f.text('place')}” in the file with the report's needs is not as it should be.`,
    correct,
  ),

  // Columns.
  'column-missing': say(
    (f) => `Kolumnen ”${f.text('column')}” saknas.`,
    (f) => `The column “${f.text('column')}” is missing.`,
    ['Lägg till kolumnen, eller peka ut vilken det är.', 'Add the column, or point out which one it is.'],
  ),
  'column-twice': say(
    (f) =>
      f.text('letter') === '?'
        ? 'Kolumnen finns två gånger.'
        : `Kolumn ${f.text('firstLetter')} ”${f.text('first')}” och ${f.text('letter')} ”${f.text('column')}” betyder samma sak.`,
    (f) =>
      f.text('letter') === '?'
        ? 'The column is there twice.'
        : `Columns ${f.text('firstLetter')} “${f.text('first')}” and ${f.text('letter')} “${f.text('column')}” mean the same.`,
    ['Byt namn på den ena, eller låt den hoppas över.', 'Rename one of them, or let it be left out.'],
  ),
  'column-unknown': say('Kolumnen känns inte igen och läses inte in.', 'The column is not known and is not read.', [
    'Peka ut vad den är, eller låt den hoppas över. Valet kommer ihåg till nästa gång.',
    'Point out what it is, or let it be left out. The choice is remembered for next time.',
  ]),
  'column-nameless': say(
    'Kolumnen har innehåll men ingen rubrik och läses inte in.',
    'The column has content but no header and is not read.',
    ['Ge kolumnen en rubrik om den behövs.', 'Give the column a header if it is needed.'],
  ),
  'column-suggested': say(
    (f) => `Rubriken liknar ”${f.text('suggestion')}” och läses som den.`,
    (f) => `The header is like “${f.text('suggestion')}” and is read as that.`,
    ['Bekräfta, eller peka ut rätt kolumn.', 'Confirm, or point out the right column.'],
  ),
  'column-ignored': say(
    'Kolumnen hoppas över, som bestämdes tidigare.',
    'The column is left out, as was decided before.',
  ),
  'column-derived': say(
    'Kolumnen räknas fram ur andra uppgifter. Den jämförs där det går men sparas inte.',
    'The column is computed from other data. It is compared where possible but not saved.',
  ),

  // Rows.
  'row-above-header': say(
    'Raden står ovanför rubrikerna och är ingen ansökan.',
    'The row stands above the headers and is no application.',
  ),
  'row-empty': say('Raden är tom.', 'The row is empty.'),
  'row-not-application': say(
    'Raden har varken ärendenummer, projektnamn eller projektägare och hoppas över.',
    'The row has neither case id, project name nor lead partner and is left out.',
    ['Är det en ansökan: fyll i ärendenumret.', 'If it is an application: fill in the case id.'],
  ),
  'header-repeated': say('Rubrikerna står en gång till.', 'The headers over again.'),
  'row-repeated': say(
    (f) => `Raden är likadan som rad ${f.number('firstRow')} och räknas en gång.`,
    (f) => `The row is the same as row ${f.number('firstRow')} and counts once.`,
  ),
  'application-twice': say(
    (f) => `Ärendet finns också på rad ${f.number('otherRow')}, med andra uppgifter.`,
    (f) => `The case is also in row ${f.number('otherRow')}, with other data.`,
    ['Ta bort den rad som är fel, eller rätta ärendenumret.', 'Remove the row that is wrong, or correct the case id.'],
  ),
  'row-too-long': say(
    (f) => `Raden har ${f.number('cells')} celler men rubrikerna ${f.number('expected')}. Något har förskjutits.`,
    (f) =>
      `The row has ${f.number('cells')} cells but there are ${f.number('expected')} headers. Something has shifted.`,
    ['Sök efter ett extra skiljetecken i texten.', 'Look for a stray separator in the text.'],
  ),
  'row-too-short': say(
    (f) => `Raden har bara ${f.number('cells')} celler av ${f.number('expected')}. De som saknas räknas som tomma.`,
    (f) => `The row has only ${f.number('cells')} of ${f.number('expected')} cells. Those missing count as empty.`,
    confirm,
  ),
  'row-wrong-length': say(
    (f) => `Raden har ${f.number('cells')} celler men rubrikerna ${f.number('expected')}.`,
    (f) => `The row has ${f.number('cells')} cells but there are ${f.number('expected')} headers.`,
    ['Sätt text med skiljetecken inom citattecken.', 'Put text with separators in quotation marks.'],
  ),
  'row-sum-differs': say(
    (f) => `Här står ${f.number('stated')}, men de andra cellerna ger ${f.number('sum')}.`,
    (f) => `It says ${f.number('stated')} here, but the other cells give ${f.number('sum')}.`,
    ['Ta reda på vilken uppgift som är rätt.', 'Find out which is right.'],
  ),
  'sum-row-checked': say(
    'Summaraden stämmer med raderna och sparas inte.',
    'The sum row agrees with the rows and is not saved.',
  ),
  'sum-row-differs': say(
    (f) =>
      `Summaraden stämmer inte i ${f.quoted('columns')}: den säger ${f.number('stated')}, raderna ger ${f.number('sum')}.`,
    (f) =>
      `The sum row is wrong in ${f.quoted('columns')}: it says ${f.number('stated')}, the rows give ${f.number('sum')}.`,
    ['Sök efter en rad som saknas eller ett belopp som är fel.', 'Look for a missing row or a wrong amount.'],
  ),
  'sum-row-unread': say(
    (f) => `Summaraden kunde inte prövas i ${f.quoted('columns')}, för alla belopp gick inte att läsa.`,
    (f) => `The sum row could not be checked in ${f.quoted('columns')}, for not all amounts could be read.`,
    ['Rätta beloppen först.', 'Correct the amounts first.'],
  ),
  'sum-row-partial': say(
    'En delsumma. Den sparas inte och prövas inte.',
    'A subtotal. It is neither saved nor checked.',
  ),
  'key-twice': say(
    (f) => `${f.names('key')} finns redan på rad ${f.number('firstRow')}, med andra uppgifter.`,
    (f) => `${f.names('key')} is already in row ${f.number('firstRow')}, with other data.`,
    ['Ta bort den rad som är fel.', 'Remove the row that is wrong.'],
  ),

  // Cells in general.
  'cell-required': say('Cellen måste fyllas i.', 'The cell must be filled in.', correct),
  'cell-excel-error': say(
    'Cellen har ett fel från Excel i stället för ett värde.',
    'The cell holds an Excel error instead of a value.',
    ['Rätta formeln i filen, eller skriv värdet här.', 'Correct the formula in the file, or write the value here.'],
  ),
  'cell-questioned': say('Svaret har ett frågetecken efter sig.', 'The answer has a question mark after it.', [
    'Fråga den som skrev, eller bekräfta svaret.',
    'Ask whoever wrote it, or confirm the answer.',
  ]),
  'cell-tidied': say(
    'Svaret var skrivet på annat sätt än vanligt men betyder samma sak.',
    'The answer was written in another way than usual but means the same.',
  ),
  'cell-corrected': say(
    (f) => `Du ändrade ”${f.text('before')}” till ”${f.text('after')}”.`,
    (f) => `You changed “${f.text('before')}” to “${f.text('after')}”.`,
  ),
  'correction-lost': say(
    (f) => `Ändringen på rad ${f.number('row')} hittar ingen cell och gjordes inte.`,
    (f) => `The change in row ${f.number('row')} finds no cell and was not made.`,
    ['Gör ändringen på nytt.', 'Make the change again.'],
  ),
  'empty-kept': say(
    'Cellen är tom. Det som redan finns sparat behålls.',
    'The cell is empty. What is already saved is kept.',
  ),
  'choice-unknown': say(
    (f) => `Svaret känns inte igen. Välj ett av: ${f.names('choices')}.`,
    (f) => `The answer is not known. Choose one of: ${f.names('choices')}.`,
    correct,
  ),
  'choice-suggested': say(
    (f) => `Svaret liknar ”${f.text('suggestion')}” och läses som det.`,
    (f) => `The answer is like “${f.text('suggestion')}” and is read as that.`,
    confirm,
  ),
  'reference-unknown': say(
    (f) => `${f.text('id')} finns inte.`,
    (f) => `There is no ${f.text('id')}.`,
    [
      'Rätta beteckningen, eller lägg till det som saknas i sin egen fil.',
      'Correct the id, or add what is missing in its own file.',
    ],
  ),
  'financing-line-differs': say(
    'Raderna med samma nummer anger olika källa, finansiär, slag eller status.',
    'The rows with this number state different sources, financiers, kinds or statuses.',
    ['Ge varje finansiering ett eget nummer.', 'Give each financing its own number.'],
  ),

  // Amounts and numbers.
  'amount-approximate': say('Beloppet är ungefärligt.', 'The amount is approximate.', [
    'Be om det exakta beloppet, eller bekräfta det.',
    'Ask for the exact amount, or confirm it.',
  ]),
  'amount-unit': say(
    (f) => `Beloppet är skrivet i ${f.text('unit')} och har räknats om till kronor.`,
    (f) => `The amount is written in ${f.text('unit')} and has been turned into kronor.`,
  ),
  'amount-dash': say('Ett streck läses som 0.', 'A dash is read as 0.'),
  'amount-rounded': say(
    'Beloppet har öre och är avrundat till hela kronor.',
    'The amount has öre and is rounded to whole kronor.',
    confirm,
  ),
  'amount-odd-grouping': say(
    'Siffrorna är inte grupperade tre och tre. En siffra kan saknas.',
    'The digits are not grouped by three. One may be missing.',
    confirm,
  ),
  'amount-point-groups': say(
    'Punkt eller komma läses som tusentalsavskiljare.',
    'The point or comma is read as a thousands separator.',
  ),
  'amount-separator-unsure': say(
    'Tecknet kan betyda tusental eller decimaler. Det läses som tusental.',
    'The sign can mean thousands or decimals. It is read as thousands.',
    confirm,
  ),
  'amount-scientific': say('Talet var skrivet med exponent.', 'The number was written with an exponent.'),
  'amount-below-zero': say('Beloppet är negativt.', 'The amount is negative.', correct),
  'amount-range': say('Här står ett spann, inte ett belopp.', 'This is a range, not an amount.', [
    'Skriv ett belopp.',
    'Write one amount.',
  ]),
  'amount-other-currency': say(
    (f) =>
      f.text('currency') === 'sek'
        ? 'Beloppet är i euro, men kolumnen är i kronor.'
        : 'Beloppet är i kronor, men kolumnen är i euro.',
    (f) =>
      f.text('currency') === 'sek'
        ? 'The amount is in euro, but the column is in kronor.'
        : 'The amount is in kronor, but the column is in euro.',
    ['Räkna om beloppet.', 'Convert the amount.'],
  ),
  'amount-too-big': say('Beloppet är orimligt stort.', 'The amount is unreasonably large.', correct),
  'amount-not-understood': say('Detta är inget belopp.', 'This is not an amount.', [
    'Skriv beloppet med siffror.',
    'Write the amount in digits.',
  ]),
  'number-not-understood': say('Detta är inget tal.', 'This is not a number.', correct),
  'number-not-whole': say(
    'Talet ska vara ett heltal utan mellanslag.',
    'The number must be whole and without blanks.',
    correct,
  ),
  'number-not-decimal': say(
    'Talet ska skrivas med siffror och decimalpunkt.',
    'The number must be written in digits with a decimal point.',
    correct,
  ),
  'number-too-small': say(
    (f) => `Talet får inte vara mindre än ${f.number('least')}.`,
    (f) => `The number may not be less than ${f.number('least')}.`,
    correct,
  ),
  'number-too-big': say('Talet är för stort.', 'The number is too large.', correct),

  // Dates and months.
  'date-rewritten': say(
    'Datumet är skrivet på annat sätt men går att läsa.',
    'The date is written in another way but can be read.',
  ),
  'date-ambiguous': say(
    'Datumet kan läsas på två sätt. Dagen läses först, som på svenska.',
    'The date can be read in two ways. The day is read first, as in Swedish.',
    confirm,
  ),
  'date-month-first': say(
    'Månaden står före dagen, som i amerikansk Excel.',
    'The month stands before the day, as in American Excel.',
  ),
  'date-serial': say(
    'Talet är Excels dagnummer och har gjorts om till ett datum.',
    'The number is Excel’s day number and was turned into a date.',
  ),
  'date-not-understood': say(
    'Detta är inget datum, eller en dag som inte finns.',
    'This is not a date, or a day that does not exist.',
    ['Skriv datumet som 2026-03-22.', 'Write the date as 2026-03-22.'],
  ),
  'month-rewritten': say(
    'Månaden är skriven på annat sätt men går att läsa.',
    'The month is written in another way but can be read.',
  ),
  'month-from-date': say('Cellen har ett datum. Månaden används.', 'The cell holds a date. Its month is used.'),
  'month-not-understood': say('Detta är ingen månad.', 'This is not a month.', [
    'Skriv månaden som 2026-10.',
    'Write the month as 2026-10.',
  ]),

  // Names and lists.
  'municipalities-all': say(
    (f) => `Alla ${f.number('count')} kommuner.`,
    (f) => `All ${f.number('count')} municipalities.`,
  ),
  'municipality-suggested': say(
    (f) => `”${f.text('name')}” läses som ${f.text('suggestion')}.`,
    (f) => `“${f.text('name')}” is read as ${f.text('suggestion')}.`,
    confirm,
  ),
  'municipality-zero': say(
    (f) => `Koden ${f.text('name')} saknade sin inledande nolla och läses som ${f.text('code')}.`,
    (f) => `The code ${f.text('name')} had lost its leading zero and is read as ${f.text('code')}.`,
  ),
  'municipality-code-unknown': say(
    (f) => `Kommunkoden ${f.text('code')} finns inte i länet. Den behålls som den är skriven.`,
    (f) => `There is no municipality with code ${f.text('code')} in the county. It is kept as written.`,
    correct,
  ),
  'municipality-unknown': say(
    (f) => `Det finns ingen kommun ”${f.text('name')}” i länet.`,
    (f) => `There is no municipality “${f.text('name')}” in the county.`,
    correct,
  ),
  'theme-new': say(
    (f) => `Temat ”${f.text('word')}” är nytt och sparas som ${f.text('theme')}.`,
    (f) => `The theme “${f.text('word')}” is new and is saved as ${f.text('theme')}.`,
  ),
  'actor-suggested': say(
    (f) => `”${f.text('name')}” läses som ${f.text('suggestion')}.`,
    (f) => `“${f.text('name')}” is read as ${f.text('suggestion')}.`,
    confirm,
  ),
  'actor-new': say(
    (f) => `”${f.text('name')}” finns inte i registret och läggs till som ${f.text('id')} när raden sparas.`,
    (f) => `“${f.text('name')}” is not in the register and is added as ${f.text('id')} when the row is saved.`,
    [
      'Kontrollera att organisationen inte finns under ett annat namn.',
      'Check that the organisation is not there under another name.',
    ],
  ),
  'actor-type-differs': say(
    (f) => `Raden anger en annan aktörstyp än den som är sparad för ${f.text('name')}. Registret ändras inte.`,
    (f) => `The row states another actor type than is saved for ${f.text('name')}. The register is not changed.`,
    ['Rätta aktörstypen där den är fel.', 'Correct the actor type where it is wrong.'],
  ),
  'partners-not-understood': say(
    (f) =>
      `”${f.text('piece')}” går inte att läsa. Skriv varje partner med sin andel inom parentes: Flens kommun (25).`,
    (f) => `“${f.text('piece')}” cannot be read. Write each partner with its share in brackets: Flens kommun (25).`,
    correct,
  ),
  'partners-above-100': say(
    (f) => `Partnernas andelar är tillsammans ${f.percent('sum')}, och då är projektägarens inte med.`,
    (f) => `The partners' shares sum to ${f.percent('sum')}, and the lead partner's is not in that.`,
    correct,
  ),
  'partner-twice': say(
    (f) => `”${f.text('name')}” står två gånger.`,
    (f) => `“${f.text('name')}” is there twice.`,
    correct,
  ),
  'link-not-understood': say(
    (f) => `”${f.text('piece')}” går inte att läsa. Skriv till exempel ”Kräver SRM-26-006”.`,
    (f) => `“${f.text('piece')}” cannot be read. Write for example “Kräver SRM-26-006”.`,
    correct,
  ),

  // What the sheet cannot tell and what was done instead.
  'years-spread': say(
    'Beloppet är inte delat på år. Det har fördelats efter projektets månader.',
    "The amount is not split by year. It was spread by the project's months.",
    ['Ange belopp per år om de är kända.', 'State the amounts per year if they are known.'],
  ),
  'years-missing': say(
    'Beloppet är inte delat på år, och projektets månader är inte kända.',
    "The amount is not split by year, and the project's months are not known.",
    ['Ange belopp per år, eller start- och slutmånad.', 'State the amounts per year, or the first and last month.'],
  ),
  'financing-source-changed': say(
    (f) => `Källans summa ändras från ${f.sek('before')} till ${f.sek('after')}. Åren fördelas som förut.`,
    (f) => `The source's sum changes from ${f.sek('before')} to ${f.sek('after')}. The years are split as before.`,
    ['Kontrollera finansieringsplanen efteråt.', 'Check the financing plan afterwards.'],
  ),
  'financing-status-assumed': say(
    'Filen säger inte om pengarna är beslutade. De räknas som sökta (EU-fonder) eller som avsikt.',
    'The file does not say whether the money is decided. It counts as applied for (EU funds) or as an intention.',
    ['Ange status när intyg har kommit.', 'State the status when a certificate has come.'],
  ),
  'in-kind-source-assumed': say(
    'Filen säger inte vem som bidrar med annat än pengar. Det har lagts på de mest sannolika källorna.',
    'The file does not say who gives in kind. It was put on the most likely sources.',
    ['Kontrollera finansieringsplanen.', 'Check the financing plan.'],
  ),
  'in-kind-changed': say(
    (f) => `Annat än pengar ändras från ${f.sek('before')} till ${f.sek('after')}. Finansieringens rader är som förut.`,
    (f) => `In-kind changes from ${f.sek('before')} to ${f.sek('after')}. The financing lines are as before.`,
    ['Rätta finansieringsplanen.', 'Correct the financing plan.'],
  ),

  // Saving.
  'import-row-unknown': say(
    (f) => `Raden ${f.text('row')} finns inte i förhandsgranskningen.`,
    (f) => `There is no row ${f.text('row')} in the preview.`,
    ['Läs in filen på nytt.', 'Import the file again.'],
  ),
  'import-row-not-savable': say(
    (f) => `Rad ${f.number('row')} kan inte sparas. Ingenting sparades.`,
    (f) => `Row ${f.number('row')} cannot be saved. Nothing was saved.`,
    ['Rätta raden, eller välj bort den.', 'Correct the row, or leave it out.'],
  ),
  'register-changes': say(
    (f) =>
      `${f.text('id')} finns redan och skulle ändras: ${f.names('fields')}. Nu: ${f.names('now')}. I filen: ${f.names('then')}.`,
    (f) =>
      `${f.text('id')} is stored already and would change: ${f.names('fields')}. Now: ${f.names('now')}. In the file: ${f.names('then')}.`,
    [
      'Stämmer filen, spara. Annars: ta ut kommafilerna på nytt, eller ta bort raden ur filen.',
      'Save if the file is right. Otherwise take the comma files out again, or remove the row from the file.',
    ],
  ),
  'register-removes': say(
    (f) => `${removed(f, 'sv')} finns i dag men inte i filen. Om filen sparas tas raden bort.`,
    (f) => `${removed(f, 'en')} is stored but not in the file. Saving the file removes it.`,
    [
      'Ska raden bort, spara. Annars: skriv in raden i filen igen, eller ta ut kommafilerna på nytt.',
      'Save if it is to go. Otherwise put the row back in the file, or take the comma files out again.',
    ],
  ),
  'import-registers-stale': say(
    () =>
      'Ett register, ett kriterium, en bedömare eller ramen har ändrats sedan förhandsgranskningen. Ingenting sparades.',
    () => 'A register, a criterion, a reviewer or the budget has changed since the preview. Nothing was saved.',
    ['Läs in filen på nytt och se vad som skiljer.', 'Import the file again and see what differs.'],
  ),
  'import-row-stale': say(
    (f) =>
      `${f.text('application')} på rad ${f.number('row')} har ändrats sedan förhandsgranskningen. Ingenting sparades.`,
    (f) => `${f.text('application')} in row ${f.number('row')} has changed since the preview. Nothing was saved.`,
    ['Läs in filen på nytt och se vad som skiljer.', 'Import the file again and see what differs.'],
  ),
};

/** What the call would lose, by the file it is missing from. */
function removed(f: Figures, language: Language): string {
  const inSwedish = language === 'sv';
  if (f.text('register') === 'budget.csv')
    return `${inSwedish ? 'Ramen för' : 'The budget of'} ${f.text('id')} (${f.sek('frameSek')})`;
  const isCriterion = f.text('register') === 'criteria.csv';
  const noun = isCriterion
    ? { sv: 'Kriteriet', en: 'The criterion' }[language]
    : { sv: 'Bedömaren', en: 'The reviewer' }[language];
  return `${noun} ${f.text('id')} (${f.text(isCriterion && !inSwedish ? 'nameEn' : 'name')})`;
}

function separatorName(delimiter: string, language: Language): string {
  const names: Readonly<Record<string, Bilingual>> = {
    ';': { sv: 'semikolon', en: 'semicolons' },
    ',': { sv: 'komma', en: 'commas' },
    '\t': { sv: 'tabb', en: 'tabs' },
    '|': { sv: 'lodstreck', en: 'bars' },
  };
  return names[delimiter]?.[language] ?? `”${delimiter}”`;
}

const wordingOf = ({ says: [sv, en] }: IntakeText): Wording => ({
  sv: (params) => (typeof sv === 'string' ? sv : sv(figuresOf(params, 'sv'))),
  en: (params) => (typeof en === 'string' ? en : en(figuresOf(params, 'en'))),
});

/** What each finding and refusal of an import says. */
export const intakeWording: Catalogue = Object.fromEntries(
  Object.entries(texts).map(([code, text]) => [code, wordingOf(text)]),
);

/** What to do about each, by the same code; null where nothing needs doing. */
export const intakeRemedies: Readonly<Record<string, Bilingual | null>> = Object.fromEntries(
  Object.entries(texts).map(([code, { todo }]) => [code, todo && { sv: todo[0], en: todo[1] }]),
);
