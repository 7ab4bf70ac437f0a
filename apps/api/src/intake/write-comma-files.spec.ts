import fc from 'fast-check';
import { fingerprint, inRoundOrder, type Round } from '@fordela/domain';
import { demoFiles, demoRound } from '../../../../test/support/demo-round';
import { readCommaFiles, readCommaFilesLeniently } from './comma-files';
import { writeCommaFiles } from './write-comma-files';

const round = demoRound();
const rereadOf = (written: Round) => {
  const read = readCommaFiles(writeCommaFiles(written));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal.slice(0, 3)));
  return read.value;
};

describe('writeCommaFiles', () => {
  it('gives back the demonstration portfolio byte for byte, without a finding', () => {
    expect(fingerprint(rereadOf(round))).toBe(fingerprint(round));
    expect(readCommaFilesLeniently(writeCommaFiles(round)).findings).toEqual([]);
  });

  it('writes the files of the demo as they are, where they hold nothing more than is read', () => {
    const written = writeCommaFiles(round);
    for (const name of ['budget.csv', 'reviewers.csv', 'dependencies.csv'] as const) {
      const sorted = (text: string) =>
        text
          .trimEnd()
          .split('\n')
          .slice(1)
          .map((line) => line.replace(/,+$/u, ''))
          .sort();
      expect(sorted(written[name])).toEqual(sorted(demoFiles()[name] as string));
    }
  });

  it('gives back any text, number and gap in an application', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((value) => value.trim())
      .filter((value) => value !== '' && !/[\0\r\uFEFF]/u.test(value));
    const sek = fc.nat(10_000_000);
    const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null });
    const base = round.applications[0] as Round['applications'][number];
    const application = fc.record({
      title: text,
      summary: text,
      note: optional(text),
      registryNumber: optional(text),
      smallest: optional(sek),
      p10: optional(sek),
      fte: optional(fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 1000)),
      costs: fc.uniqueArray(fc.record({ year: fc.integer({ min: 2020, max: 2035 }), amountSek: sek }), {
        selector: (entry) => entry.year,
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(application, (made) => {
        const changed = inRoundOrder({
          ...round,
          ratings: [],
          applications: [
            {
              ...base,
              note: made.note,
              registryNumber: made.registryNumber,
              smallestUsefulGrantSek: made.smallest,
              project: {
                ...base.project,
                id: 'P-9',
                title: made.title,
                summary: made.summary,
                costP10Sek: made.p10,
                pooledFte: made.fte,
                costs: made.costs,
              },
            },
          ],
          dependencies: [],
        });
        expect(rereadOf(changed)).toEqual(changed);
      }),
      { numRuns: 60 },
    );
  });
});
