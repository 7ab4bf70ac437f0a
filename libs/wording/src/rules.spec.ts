import {
  checklistItems,
  defaultRuleBook,
  figureUnits,
  mendableRuleIds,
  findingCode,
  ruleScopes,
  severities,
  checklistOutcomes,
} from '@fordela/domain';
import { completionLetter } from './completion-letter';
import { rulesWording } from './rules';
import { checklistTexts, figureTexts, outcomeTexts, ruleScopeTexts, ruleTexts, severityTexts } from './rule-texts';

const ruleIds = defaultRuleBook.rules.map((rule) => rule.ruleId);

describe('the wording of the rules', () => {
  it('has a sentence, a name and a remedy for every rule, and for no other', () => {
    expect(Object.keys(ruleTexts).sort()).toEqual([...ruleIds].sort());
    expect(ruleIds.filter((id) => !rulesWording[findingCode(id)])).toEqual([]);
  });

  it('has a text for the applicant exactly where the applicant can mend it', () => {
    const withText = Object.keys(ruleTexts).filter((id) => ruleTexts[id]?.completion);
    expect(withText.sort()).toEqual([...mendableRuleIds].sort());
  });

  it('names every point, outcome, severity, scope and figure', () => {
    expect(Object.keys(checklistTexts)).toEqual([...checklistItems]);
    expect(Object.keys(figureTexts)).toEqual(Object.keys(figureUnits));
    expect(Object.keys(severityTexts)).toEqual([...severities]);
    expect(Object.keys(outcomeTexts)).toEqual([...checklistOutcomes]);
    expect(Object.keys(ruleScopeTexts)).toEqual([...ruleScopes]);
  });

  it('writes the figures of a finding as people do', () => {
    const params = { amount: 1_710_000, total: 3_800_000, share: 45, ceiling: 40 };
    const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
    const wording = rulesWording['rule-eruf-share-above-40'];
    expect(plain(wording?.sv(params))).toBe(
      'ERUF är 1 710 000 kr av 3 800 000 kr, alltså 45 procent. Högst 40 procent får komma därifrån.',
    );
    expect(plain(wording?.en(params))).toBe(
      'ERUF pays SEK 1,710,000 of SEK 3,800,000, which is 45%. At most 40% may come from there.',
    );
  });

  it('makes a request for completion with what was seen and what to send', () => {
    const finding = {
      ruleId: 'partner_shares_not_100',
      ruleVersion: 1,
      code: 'rule-partner-shares-not-100',
      severity: 'error',
      checklistItem: 'partner_shares',
      applicationId: 'A-1',
      path: [],
      params: { sum: 95 },
      rows: [],
      parameters: [],
    } as const;
    const request = { applicationId: 'A-1', registryNumber: null, projectTitle: 'Prov', answerBy: '2026-04-15' };
    const letter = completionLetter({ ...request, findings: [finding] }, 'sv').replaceAll('\u00a0', ' ');
    expect(letter).toContain('1. Partnernas andelar är tillsammans 95 procent, inte 100.\n   Rätta partnernas andelar');
    expect(letter).toContain('2026-04-15');
    expect(completionLetter({ ...request, findings: [] }, 'sv')).toBe('');
  });
});
