import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  checkRound,
  deMinimisJointLimits,
  defaultRuleBook,
  gateOf,
  ineligibleApplicationIds,
  leadTimes,
  sumSek,
} from '@fordela/domain';
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

  it('blocks exactly those at the gate, and asks for a look where a warning stands', () => {
    const gates = round.applications.map((item) => gateOf(round, defaultRuleBook, item, findings));
    expect(gates.filter((gate) => gate.isBlocked).map((gate) => gate.applicationId)).toEqual(
      ineligibleApplicationIds(findings),
    );
    expect(
      gates.filter((gate) => !gate.isBlocked && gate.needsReview).map((gate) => gate.applicationId.slice(-3)),
    ).toEqual(['002', '003', '004', '010', '014', '021', '023', '025', '026', '039', '040']);
    const clean = gates.find((gate) => gate.applicationId === 'SRM-26-001');
    expect(clean?.lines.map((line) => line.outcome)).not.toContain('fail');
  });

  it('hands the joint de minimis limit to the allocation', () => {
    expect(deMinimisJointLimits(round, defaultRuleBook, round.call.decisionDate)).toEqual([
      {
        undertakingActorId: 'EX-VERK',
        ceilingEur: 300_000,
        historyEur: 120_000,
        remainingEur: 180_000,
        applications: [
          { applicationId: 'SRM-26-024', amountEur: 110_000 },
          { applicationId: 'SRM-26-031', amountEur: 90_000 },
        ],
      },
    ]);
  });

  it('finds the lead time of the call long enough in every municipality', () => {
    const times = leadTimes([round.call], round.municipalities, [], defaultRuleBook, round.call.decisionDate);
    expect(times.map((time) => time.isShort)).toEqual(Array.from({ length: 9 }, () => false));
  });
});
