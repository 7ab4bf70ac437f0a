import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkRound, defaultRuleBook, ineligibleApplicationIds, sumSek } from '@fordela/domain';
import { sentence } from '@fordela/wording';
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

  it('rests every finding on the figures the portfolio names', () => {
    const read = readDelimited(readFileSync(golden, 'utf8'), ',');
    const rows = (read.ok ? read.value : []).slice(1).map((row) => row.cells as [string, string, string, string]);
    const digits = (text: string) => text.replace(/(\d)[ \u00a0](?=\d{3})/g, '$1');
    for (const [applicationId, ruleId, , explanation] of rows) {
      const finding = findings.find((item) => item.applicationId === applicationId && item.ruleId === ruleId);
      const told =
        finding && digits(`${sentence(finding.code, finding.params, 'sv')} ${JSON.stringify(finding.params)}`);
      for (const [figure] of digits(explanation.replace('1:1', '')).matchAll(/\d[\d-]*/g))
        expect([applicationId, ruleId, told]).toEqual([applicationId, ruleId, expect.stringContaining(figure)]);
    }
  });

  it('leaves 31 applications asking for 48.75 MSEK when those with errors are removed', () => {
    const ineligible = ineligibleApplicationIds(findings);
    const left = round.applications.filter((item) => !ineligible.includes(item.id));
    expect(left).toHaveLength(31);
    expect(sumSek(left.map((item) => item.requestedSek))).toBe(48_750_000);
  });
});
