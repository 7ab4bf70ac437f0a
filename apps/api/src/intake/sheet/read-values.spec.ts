import fc from 'fast-check';
import { editDistance, nearest } from './plain-words';
import { readAmount, readDecimal, readWholeNumber } from './read-amount';
import { readChoice } from './read-choice';
import { readDate, readMonth } from './read-date';
import { readActor, readLinks, readMunicipalities, readPartners, readThemes } from './read-lists';
import { textCell, type Reading, type SheetCell } from './sheet.types';
import { receivingStructureWords } from './words';

const told = <Value>(reading: Reading<Value>) => [reading.value, ...reading.notes.map((note) => note.code)];
const numberCell = (value: number): SheetCell => ({ text: String(value), value });
const nbsp = '\u00a0';

describe('readAmount', () => {
  it.each<[string, (number | string | null)[]]>([
    ['', [null]],
    ['1000000', [1_000_000]],
    [`5${nbsp}200${nbsp}000,00`, [5_200_000]],
    ['5\u202f200\u202f000', [5_200_000]],
    ["1'234'567", [1_234_567]],
    ['800 000 kr', [800_000]],
    ['800 000 kr.', [800_000]],
    ['SEK 800 000', [800_000]],
    ['800 000:-', [800_000]],
    ['1,5 mkr', [1_500_000, 'amount-unit']],
    ['1.234 mnkr', [1_234_000, 'amount-unit']],
    ['2 miljoner kronor', [2_000_000, 'amount-unit']],
    ['750 tkr', [750_000, 'amount-unit']],
    ['0,0000001 mkr', [0, 'amount-unit', 'amount-rounded']],
    ['ca 800 000', [800_000, 'amount-approximate']],
    ['c:a 1,2 Mkr', [1_200_000, 'amount-approximate', 'amount-unit']],
    ['~500000', [500_000, 'amount-approximate']],
    ['800 000?', [800_000, 'cell-questioned']],
    ['-', [0, 'amount-dash']],
    ['–', [0, 'amount-dash']],
    ['1.500.000', [1_500_000, 'amount-point-groups']],
    ['1,500,000.00', [1_500_000]],
    ['1.500.000,50', [1_500_001, 'amount-rounded']],
    ['1,500', [1_500, 'amount-separator-unsure']],
    ['1.500', [1_500, 'amount-separator-unsure']],
    ['1500.25', [1_500, 'amount-rounded']],
    ['12 34', [1_234, 'amount-odd-grouping']],
    ['1,5E+06', [1_500_000, 'amount-scientific']],
    ['-5', [null, 'amount-below-zero']],
    ['−5 000', [null, 'amount-below-zero']],
    ['(5 000)', [null, 'amount-below-zero']],
    ['1-2 mkr', [null, 'amount-range']],
    ['100 000 – 200 000', [null, 'amount-range']],
    ['80 000 EUR', [null, 'amount-other-currency']],
    ['enligt bilaga', [null, 'amount-not-understood']],
    ['1O0 000', [null, 'amount-not-understood']],
    ['50 %', [null, 'amount-not-understood']],
    ['1,2,3', [null, 'amount-not-understood']],
    ['#REF!', [null, 'cell-excel-error']],
    ['99999999999999', [null, 'amount-too-big']],
  ])('reads %j', (text, expected) => {
    expect(told(readAmount(textCell(text), 'sek'))).toEqual(expected);
  });

  it('takes numbers that the file says are numbers as they are, without the noise of computing', () => {
    expect(told(readAmount(numberCell(1.5), 'sek'))).toEqual([2, 'amount-rounded']);
    expect(told(readAmount(numberCell(1_234.567), 'eur'))).toEqual([1_235, 'amount-rounded']);
    expect(told(readAmount(numberCell(0.1 * 3 * 1e7), 'sek'))).toEqual([3_000_000]);
    expect(told(readAmount(numberCell(-1), 'sek'))).toEqual([null, 'amount-below-zero']);
    expect(told(readAmount({ text: 'TRUE', value: true }, 'sek'))).toEqual([null, 'amount-not-understood']);
  });

  it('reads back every way a Swedish spreadsheet writes a whole amount, with nothing to object to', () => {
    const grouped = (amount: number, mark: string) => String(amount).replace(/\B(?=(\d{3})+$)/gu, mark);
    const ways: readonly ((amount: number) => string)[] = [
      String,
      (amount) => `${amount},00`,
      (amount) => `${grouped(amount, nbsp)},00`,
      (amount) => grouped(amount, ' '),
      (amount) => `${grouped(amount, '\u202f')} kr`,
      (amount) => `${grouped(amount, "'")}:-`,
      (amount) => `  kr ${grouped(amount, ' ')}\t`,
      (amount) => `${grouped(amount, ' ')},0 SEK`,
      (amount) => new Intl.NumberFormat('sv-SE').format(amount),
      (amount) => new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2 }).format(amount),
      (amount) => `${String(amount / 1_000_000).replace('.', ',')} mkr`,
      (amount) => `${amount / 1_000} tkr`,
    ];
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.constantFrom(...ways), (amount, write) => {
        fc.pre(!/e/u.test(write(amount)));
        const reading = readAmount(textCell(write(amount)), 'sek');
        expect([write(amount), reading.value]).toEqual([write(amount), amount]);
        expect(reading.notes.filter((note) => note.severity !== 'note')).toEqual([]);
      }),
    );
  });

  it('never throws and never gives anything but a safe whole amount', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789 ,.-–kmtrEe+?()#~ca:\u00a0') }),
    );
    fc.assert(
      fc.property(text, (cell) => {
        const { value, notes } = readAmount(textCell(cell), 'sek');
        if (value !== null) expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
        else
          expect(cell.trim() === '' || notes.some((note) => note.severity === 'error') || plainlyEmpty(cell)).toBe(
            true,
          );
      }),
      { numRuns: 500 },
    );
  });
  const plainlyEmpty = (text: string) => text.normalize('NFKC').replace(/[\s\u00a0\u2007\u2009\u202f]+/gu, '') === '';
});

it('reads decimals and whole numbers', () => {
  expect(told(readDecimal(textCell('0,8')))).toEqual([0.8]);
  expect(told(readDecimal(textCell('50,0 %')))).toEqual([50]);
  expect(told(readDecimal(textCell('2?')))).toEqual([2, 'cell-questioned']);
  expect(told(readDecimal(textCell('två')))).toEqual([null, 'number-not-understood']);
  expect(told(readWholeNumber(textCell('11')))).toEqual([11]);
  expect(told(readWholeNumber(textCell('1,5')))).toEqual([null, 'number-not-whole']);
});

describe('readDate', () => {
  it.each<[string, (string | null)[]]>([
    ['2026-03-22', ['2026-03-22']],
    ['2026-03-22 14:05', ['2026-03-22']],
    ['2026-03-22T14:05:00Z', ['2026-03-22']],
    ['20260322', ['2026-03-22', 'date-rewritten']],
    ['2026/3/22', ['2026-03-22', 'date-rewritten']],
    ['22/3 2026', ['2026-03-22', 'date-rewritten']],
    ['3/3 2026', ['2026-03-03', 'date-rewritten']],
    ['22/3-26', ['2026-03-22', 'date-rewritten']],
    ['22.3.2026', ['2026-03-22', 'date-rewritten']],
    ['22 mars 2026', ['2026-03-22', 'date-rewritten']],
    ['den 1 maj 2026', ['2026-05-01', 'date-rewritten']],
    ['22-mar-26', ['2026-03-22', 'date-rewritten']],
    ['03/04/2026', ['2026-04-03', 'date-ambiguous']],
    ['04/22/2026', ['2026-04-22', 'date-month-first']],
    ['46103', ['2026-03-22', 'date-serial']],
    ['2026-02-29', [null, 'date-not-understood']],
    ['31/4 2026', [null, 'date-not-understood']],
    ['1500000', [null, 'date-not-understood']],
    ['i mars', [null, 'date-not-understood']],
    ['#####', [null, 'cell-excel-error']],
    ['', [null]],
  ])('reads %j', (text, expected) => {
    expect(told(readDate(textCell(text)))).toEqual(expected);
  });

  it('takes date cells and Excel day numbers', () => {
    expect(told(readDate({ text: '', value: new Date(Date.UTC(2026, 2, 22)) }))).toEqual(['2026-03-22']);
    expect(told(readDate(numberCell(46_103.5)))).toEqual(['2026-03-22', 'date-serial']);
    expect(told(readDate({ text: '', value: new Date(NaN) }))).toEqual([null, 'date-not-understood']);
  });

  it('reads back every day in every unambiguous way', () => {
    const day = fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
    const months = [
      'januari',
      'februari',
      'mars',
      'april',
      'maj',
      'juni',
      'juli',
      'augusti',
      'september',
      'oktober',
      'november',
      'december',
    ];
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, number] = iso.split('-').map(Number) as [number, number, number];
        const ways = [
          iso,
          iso.replaceAll('-', ''),
          `${number}/${month} ${year}`,
          `${number}.${month}.${year}`,
          `${number} ${months[month - 1]} ${year}`,
        ];
        expect(ways.map((text) => readDate(textCell(text)).value)).toEqual(ways.map(() => iso));
      }),
    );
  });
});

describe('readMonth', () => {
  it.each<[string, (string | null)[]]>([
    ['2026-10', ['2026-10']],
    ['sep 2026', ['2026-09', 'month-rewritten']],
    ['juni 2027', ['2027-06', 'month-rewritten']],
    ['Sept. 2026', ['2026-09', 'month-rewritten']],
    ['okt-26', ['2026-10', 'month-rewritten']],
    ['Oct-26', ['2026-10', 'month-rewritten']],
    ['maj 2027', ['2027-05', 'month-rewritten']],
    ['2026 januari', ['2026-01', 'month-rewritten']],
    ['10/2026', ['2026-10', 'month-rewritten']],
    ['202610', ['2026-10', 'month-rewritten']],
    ['2026-10-01', ['2026-10']],
    ['2026-10-15', ['2026-10', 'month-from-date']],
    ['2026-13', [null, 'month-not-understood']],
    ['Q3 2026', [null, 'month-not-understood']],
    ['hösten 2026', [null, 'month-not-understood']],
    ['marknad 2026', [null, 'month-not-understood']],
    ['snarast', [null, 'month-not-understood']],
    ['', [null]],
  ])('reads %j', (text, expected) => {
    expect(told(readMonth(textCell(text)))).toEqual(expected);
  });

  it('takes date cells and numbers like 202610', () => {
    expect(told(readMonth({ text: '', value: new Date(Date.UTC(2026, 9, 1)) }))).toEqual(['2026-10']);
    expect(told(readMonth(numberCell(202_610)))).toEqual(['2026-10', 'month-rewritten']);
    expect(told(readMonth(numberCell(5)))).toEqual([null, 'date-not-understood']);
  });
});

it('dates and months never throw, whatever the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789-/. janfebmoktsepq') }),
  );
  fc.assert(
    fc.property(text, (cell) => {
      expect(readDate(textCell(cell)).value ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(readMonth(textCell(cell)).value ?? '2000-01').toMatch(/^\d{4}-\d{2}$/u);
    }),
    { numRuns: 500 },
  );
});

it('reads answers whatever their case, and flags doubt and misspelling', () => {
  const read = (text: string) => told(readChoice(textCell(text), receivingStructureWords));
  expect(read('Delvis')).toEqual(['partly']);
  expect(read('delvis ')).toEqual(['partly', 'cell-tidied']);
  expect(read('NEJ')).toEqual(['no', 'cell-tidied']);
  expect(read('delvis?')).toEqual(['partly', 'cell-questioned']);
  expect(read('devlis')).toEqual(['partly', 'choice-suggested']);
  expect(read('kanske')).toEqual([null, 'choice-unknown']);
  expect(read('')).toEqual([null]);
  expect(told(readChoice({ text: 'true', value: true }, receivingStructureWords))).toEqual(['yes']);
});

describe('lists and names', () => {
  const municipality = (code: string, name: string) =>
    ({ code, name, population: 1, populationDate: '2022-12-31', sizeClass: 'small', neighbourCodes: [] }) as const;
  const all = [municipality('0480', 'Nyköping'), municipality('0481', 'Oxelösund'), municipality('0486', 'Strängnäs')];
  const actor = (id: string, name: string) =>
    ({
      id,
      name,
      actorType: 'public',
      legalForm: 'municipality',
      parentActorId: null,
      municipalityCode: null,
      provenance: null,
      note: null,
    }) as const;

  it('reads municipalities by name, code and for the whole county', () => {
    const read = (text: string) => told(readMunicipalities(textCell(text), all));
    expect(read('Nyköping, Oxelösund')).toEqual([['0480', '0481']]);
    expect(read('Nyköpings kommun och Strängnäs')).toEqual([['0480', '0486']]);
    expect(read('480|0481')).toEqual([['0480', '0481'], 'municipality-zero']);
    expect(read('Hela länet')).toEqual([['0480', '0481', '0486'], 'municipalities-all']);
    expect(read('Nyköping, Oxelösundd')).toEqual([['0480', '0481'], 'municipality-suggested']);
    expect(read('Nyköping, Uppsala')).toEqual([null, 'municipality-unknown']);
  });

  it('reads partners whose names hold commas and brackets', () => {
    expect(
      readPartners(
        textCell(
          'Region Sörmland, hållbar regional utveckling (15), MITC (Mälardalen Industrial Technology Center) (7,5), Flen (4 %)',
        ),
      ).value,
    ).toEqual([
      { name: 'Region Sörmland, hållbar regional utveckling', sharePct: 15 },
      { name: 'MITC (Mälardalen Industrial Technology Center)', sharePct: 7.5 },
      { name: 'Flen', sharePct: 4 },
    ]);
    expect(told(readPartners(textCell('Flens kommun')))).toEqual([null, 'partners-not-understood']);
    expect(told(readPartners(textCell('A (60), B (50)')))).toEqual([null, 'partners-above-100']);
    expect(told(readPartners(textCell('A (60), a (10)')))).toEqual([null, 'partner-twice']);
  });

  it('reads links between applications', () => {
    expect(readLinks(textCell('Kräver någon av SRM-26-002; Kräver någon av SRM-26-003; Utesluter X')).value).toEqual([
      { type: 'requires_one_of', toApplicationId: 'SRM-26-002' },
      { type: 'requires_one_of', toApplicationId: 'SRM-26-003' },
      { type: 'mutually_exclusive', toApplicationId: 'X' },
    ]);
    expect(told(readLinks(textCell('bygger vidare på 003')))).toEqual([null, 'link-not-understood']);
  });

  it('finds organisations by name, suggests a near one and proposes a new one', () => {
    const actors = [actor('K0480', 'Nyköpings kommun'), actor('K0481', 'Oxelösunds kommun')];
    expect(told(readActor('nyköpings  kommun', actors, null))).toEqual([{ actorId: 'K0480', proposed: null }]);
    expect(told(readActor('Nyköping kommun', actors, null))).toEqual([
      { actorId: 'K0480', proposed: null },
      'actor-suggested',
    ]);
    const [named, code] = told(readActor('Åkers Verkstad AB', actors, null)) as [{ proposed: unknown }, string];
    expect(code).toBe('actor-new');
    expect(named.proposed).toMatchObject({
      id: 'NY-AKERS-VERKSTAD-AB',
      legalForm: 'company',
      actorType: 'industry_cluster',
    });
  });

  it('reads themes by their Swedish words and makes identifiers of new ones', () => {
    expect(told(readThemes(textCell('delad kapacitet, AI i offentlig sektor')))).toEqual([
      ['shared_capacity', 'ai_public_sector'],
    ]);
    expect(told(readThemes(textCell('Rymd & satelliter')))).toEqual([['rymd_satelliter'], 'theme-new']);
  });

  it('measures slips of the keyboard', () => {
    expect(editDistance('oxelösundd', 'oxelösund', 2)).toBe(1);
    expect(editDistance('flne', 'flen', 2)).toBe(1);
    expect(editDistance('abc', 'xyz', 2)).toBe(3);
    expect(nearest('Trosaa', ['Trosa', 'Trosab'], (name) => name)).toBeNull();
    expect(nearest('Flxn', ['Flen'], (name) => name)).toBe('Flen');
    expect(nearest('Fle', ['Flen'], (name) => name)).toBeNull();
  });

  it('measures the same distance both ways, and none for equal texts', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, a, 9)).toBe(0);
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});
