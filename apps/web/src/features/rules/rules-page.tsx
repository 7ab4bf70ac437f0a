import { useState } from 'react';
import { checklistTexts, ruleScopeTexts, severityTexts } from '@fordela/wording';
import { useRules, type Rule, type RuleFigure } from '../../data/rules';
import { figureText } from '../../ui/figure-text';
import { useSpeech } from '../../ui/language';
import { Page } from '../../ui/page';
import { SourceNote } from '../../ui/source-note';
import { Empty, Failure, Loading } from '../../ui/states';
import { SelfTest } from './self-test';

/** Every rule an application is checked against: what it says, since when, with which figures, and where it is written. */
export function RulesPage() {
  const { texts, language } = useSpeech();
  const rules = useRules();
  const [search, setSearch] = useState('');
  const all = rules.data ?? [];
  const needle = search.trim().toLocaleLowerCase('sv');
  const shown = all.filter((rule) => JSON.stringify(rule).toLocaleLowerCase('sv').includes(needle));
  const items = [...new Set(shown.map((rule) => rule.checklistItem))];
  return (
    <Page title={texts.rulesTitle} intro={texts.rulesIntro}>
      {rules.isPending && <Loading />}
      {rules.isError && <Failure error={rules.error} retry={() => void rules.refetch()} />}
      {rules.data && (
        <section className="card row">
          <label>
            {texts.searchRules}
            <br />
            <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
          </label>
          <p role="status" aria-label={texts.navRules}>
            {texts.rulesCount(shown.length, all.length)}
          </p>
        </section>
      )}
      {rules.data && shown.length === 0 && <Empty>{texts.noRules}</Empty>}
      {items.map((item) => (
        <section key={item} className="card" aria-labelledby={`item-${item}`}>
          <h2 id={`item-${item}`}>{checklistTexts[item]?.[language] ?? item}</h2>
          {shown
            .filter((rule) => rule.checklistItem === item)
            .map((rule) => (
              <RuleDetails key={`${rule.ruleId} ${rule.validFrom}`} rule={rule} open={needle !== ''} />
            ))}
        </section>
      ))}
      <SelfTest />
    </Page>
  );
}

function RuleDetails({ rule, open }: { readonly rule: Rule; readonly open: boolean }) {
  const { texts, language } = useSpeech();
  const inSwedish = language === 'sv';
  return (
    <details open={open}>
      <summary>
        {inSwedish ? rule.nameSv : rule.nameEn}{' '}
        <span className={`badge ${rule.severity === 'error' ? 'error' : 'warning'}`}>
          {severityTexts[rule.severity]?.[language]}
        </span>
      </summary>
      <p className="soft">
        <code>{rule.ruleId}</code>, {texts.version(rule.version)}. {ruleScopeTexts[rule.scope]?.[language]}.{' '}
        {texts.validDates(rule.validFrom, rule.validTo)}
      </p>
      {rule.sources.map((source) => (
        <SourceNote key={source.citation} source={source} />
      ))}
      {rule.parameters.map((figure) => (
        <Figure key={`${figure.id} ${figure.validFrom}`} figure={figure} />
      ))}
      <p>
        {texts.remedy}: {inSwedish ? rule.remedySv : rule.remedyEn}
      </p>
    </details>
  );
}

function Figure({ figure }: { readonly figure: RuleFigure }) {
  const { texts, language } = useSpeech();
  return (
    <div className="notice info">
      <p>
        <strong>{language === 'sv' ? figure.nameSv : figure.nameEn}:</strong>{' '}
        {figureText(figure.value, figure.unit, language)}.{' '}
        <span className="soft">{texts.validDates(figure.validFrom, figure.validTo)}</span>
      </p>
      <SourceNote source={figure.source} />
    </div>
  );
}
