import { intakeRemedies, intakeWording } from './intake';

describe('the wording of imports', () => {
  it('makes a sentence of every code without figures, showing what is missing instead of hiding it', () => {
    for (const code of Object.keys(intakeWording))
      for (const language of ['sv', 'en'] as const) {
        const text = intakeWording[code]?.[language]({}) ?? '';
        expect([code, text]).toEqual([code, expect.stringMatching(/[.?]$/u)]);
        expect([code, text]).not.toEqual([code, expect.stringContaining('undefined')]);
      }
  });

  it('says how a file was read, and where a sum goes wrong', () => {
    const read = intakeWording['file-read-as']?.sv({
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: ';',
      headerRow: 3,
    });
    expect(read).toBe('Filen lästes som windows-1252 med semikolon mellan cellerna. Rubrikerna står på rad 3.');
    const sum = intakeWording['sum-row-differs']?.en({ columns: ['ERUF', 'Privat'], stated: 10, sum: 12 });
    expect(sum).toBe('The sum row is wrong in “ERUF” and “Privat”: it says 10, the rows give 12.');
  });

  it('has a remedy for every code, or says that nothing needs doing', () => {
    expect(Object.keys(intakeRemedies)).toEqual(Object.keys(intakeWording));
    expect(intakeRemedies['row-empty']).toBeNull();
    expect(intakeRemedies['amount-range']).toEqual({ sv: 'Skriv ett belopp.', en: 'Write one amount.' });
  });
});
