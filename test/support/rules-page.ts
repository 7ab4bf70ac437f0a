import { checklistItems, defaultRuleBook, type RuleParameter, type RuleSource } from '@fordela/domain';
import { checklistTexts, figureTexts, ruleScopeTexts, ruleTexts, severityTexts } from '@fordela/wording';

/** The part of docs/rules.md that is made from the rule book: every rule and figure with its source, dates and version. */
export function rulesPage(): string {
  const points = checklistItems.map((item) => {
    const rules = defaultRuleBook.rules.filter((rule) => rule.checklistItem === item);
    const entries = rules.map((rule) => {
      const text = ruleTexts[rule.ruleId];
      const figures = rule.parameterIds.map((id) => `\`${id}\``).join(', ');
      return [
        `#### ${text?.name.sv} (\`${rule.ruleId}\`, version ${rule.version})`,
        '',
        `- ${severityTexts[rule.severity]?.sv} · ${ruleScopeTexts[rule.scope]?.sv} · ${dates(rule)}`,
        `- English: ${text?.name.en}. ${severityTexts[rule.severity]?.en}.`,
        `- Att göra: ${text?.remedy.sv}`,
        ...(figures ? [`- Uppgifter: ${figures}`] : []),
        ...rule.sources.map((source) => `- Källa: ${sourceText(source)}`),
      ].join('\n');
    });
    return [`### ${checklistTexts[item]?.sv} / ${checklistTexts[item]?.en}`, ...entries].join('\n\n');
  });
  const figures = defaultRuleBook.parameters.map((figure) =>
    [
      `#### ${figureTexts[figure.id]?.sv} (\`${figure.id}\`)`,
      '',
      `- Värde: ${valueText(figure)} · ${ruleScopeTexts[figure.scope]?.sv} · ${dates(figure)}`,
      `- English: ${figureTexts[figure.id]?.en}`,
      `- Källa: ${sourceText(figure.source)}`,
    ].join('\n'),
  );
  return [
    `Regelbok ${defaultRuleBook.version}: ${defaultRuleBook.rules.length} regler och ${figures.length} uppgifter.`,
    '## Regler',
    ...points,
    '## Uppgifter',
    ...figures,
  ].join('\n\n');
}

function dates({ validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null }): string {
  return validTo ? `gäller ${validFrom} till ${validTo}` : `gäller från ${validFrom}`;
}

function sourceText({ citation, text, url, isVerified }: RuleSource): string {
  return `${citation}. I korthet: ${text}${url ? ` <${url}>` : ''}${isVerified ? '' : ' **Nuvarande lydelse är inte läst.**'}`;
}

const unitTexts: Readonly<Record<RuleParameter['unit'], string>> = {
  percent: 'procent',
  percentage_points: 'procentenheter',
  sek: 'kronor',
  eur: 'euro',
  sek_per_eur: 'kronor per euro',
  years: 'år',
  months: 'månader',
  count: 'stycken',
  words: '',
};

function valueText({ value, unit }: RuleParameter): string {
  if (typeof value !== 'number') return value.map((word) => `”${word}”`).join(', ');
  return `${new Intl.NumberFormat('sv-SE').format(value)} ${unitTexts[unit]}`;
}
