import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkRound, defaultRuleBook, ineligibleApplicationIds, sumSek } from '@fordela/domain';
import { demoRound } from '../../../../test/support/demo-round';
import { readDelimited } from './delimited';

const golden = resolve(__dirname, '../../../../test/golden/expected-findings.csv');

describe('the rules on the demonstration portfolio', () => {
  const round = demoRound();
  const findings = checkRound(round, defaultRuleBook);

  it('finds exactly what the portfolio says a correct check finds', () => {
    const read = readDelimited(readFileSync(golden, 'utf8'), ',');
    const expected = (read.ok ? read.value : []).slice(1).map((row) => row.cells.slice(0, 3).join(' '));
    expect(expected).toHaveLength(31);
    const found = findings.map((item) => [item.applicationId, item.ruleId, item.severity].join(' '));
    expect(found.sort()).toEqual(expected.sort());
  });

  it('leaves 31 applications asking for 48.75 MSEK when those with errors are removed', () => {
    const ineligible = ineligibleApplicationIds(findings);
    const left = round.applications.filter((item) => !ineligible.includes(item.id));
    expect(left).toHaveLength(31);
    expect(sumSek(left.map((item) => item.requestedSek))).toBe(48_750_000);
  });
});
