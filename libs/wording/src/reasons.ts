import type { Params } from '@fordela/domain';
import type { Language } from './catalogue';
import { formatList, formatNumber, formatSek } from './format';
import { changedLimitText, insteadOf } from './limit-changes';
import { reasonText } from './limit-figures';
import { sentence } from './sentence';

export type ToldFate =
  | 'funded'
  | 'funded-in-part'
  | 'not-funded'
  | 'tied'
  | 'impossible'
  | 'indispensable'
  | 'excluded'
  | 'must-fund'
  | 'done';

/** What is known of one project's outcome, as the engine gives it and with the names people know the projects by. */
export interface ToldReason {
  readonly fate: ToldFate;
  readonly name: string;
  /** What the best portfolio would lose the other way; in the objective's unit. */
  readonly price: number | null;
  /** Names of those that stand in its place, or that would come in its place. */
  readonly others: readonly string[];
  readonly decision: string | null;
  /** The limits that decide it, as sentences in the reader's language. */
  readonly limits: readonly string[];
}

/** What a change would do: bring the project in, give it the whole of what it asks for, or drop it. */
export type Turn = 'in' | 'whole' | 'out';

/** One change that would turn the outcome. */
export interface ToldChange {
  readonly kind: string;
  readonly code: string;
  readonly from: number | null;
  readonly to: number | null;
  /** `scoreScale`: the least and the most a score can be, where that is known. */
  readonly params: Params;
}

/** Why a project is funded or not, in words an applicant can read. */
export function reasonSentence(told: ToldReason, language: Language): string {
  return language === 'sv' ? swedishReason(told) : englishReason(told);
}

function swedishReason({ fate, name: title, price, others, decision, limits }: ToldReason): string {
  const loss = lossText(price, 'sv');
  const name = quoted(title, 'sv');
  const names = formatList(
    others.map((other) => quoted(other, 'sv')),
    'sv',
  );
  const blocking = limits.length > 0 ? `: ${limits.join(' ')}` : '.';
  switch (fate) {
    case 'funded':
      if (price === 0)
        return `${name} är med här, men inte i en annan fördelning som är precis lika bra${others.length > 0 ? ` (då med ${names})` : ''}. Valet mellan dem är människors.`;
      return `${name} är med i den bästa fördelningen${loss === null ? '' : `. Utan den blir värdet ${loss} lägre`}${others.length > 0 ? `, och i dess plats kommer ${names}` : ''}.`;
    case 'funded-in-part':
      if (limits.length > 0) return `${name} får en del av det som söks. Hela beloppet ryms inte${blocking}`;
      if (price === 0)
        return `${name} får en del av det som söks. En annan fördelning är precis lika bra och ger hela beloppet. Valet mellan dem är människors.`;
      return `${name} får en del av det som söks. ${others.length > 0 ? `Hela beloppet skulle tränga undan ${names}` : 'Hela beloppet ger mindre för pengarna'}${loss === null ? '' : `; då blir värdet ${loss} lägre`}.`;
    case 'not-funded':
      return `${name} är inte med. ${others.length > 0 ? `I dess plats står ${names}` : 'Den bästa fördelningen är utan den'}${loss === null ? '' : `; tas den ändå med blir värdet ${loss} lägre`}.`;
    case 'tied':
      return `${name} är inte med här, men i en annan fördelning som är precis lika bra${others.length > 0 ? ` (då utan ${names})` : ''}. Valet mellan dem är människors.`;
    case 'impossible':
      return `${name} ryms inte i någon fördelning som håller alla gränser${blocking}`;
    case 'indispensable':
      return `Utan ${name} kan inte alla gränser hållas${blocking}`;
    case 'excluded':
      return `${name} är undantagen${because(decision, 'sv')}.`;
    case 'must-fund':
      return `${name} ska vara med enligt beslut${because(decision, 'sv')}.`;
    case 'done':
      return `${name} är redan genomförd.`;
  }
}

function englishReason({ fate, name: title, price, others, decision, limits }: ToldReason): string {
  const loss = lossText(price, 'en');
  const name = quoted(title, 'en');
  const names = formatList(
    others.map((other) => quoted(other, 'en')),
    'en',
  );
  const stands = others.length > 1 ? 'stand' : 'stands';
  const blocking = limits.length > 0 ? `: ${limits.join(' ')}` : '.';
  switch (fate) {
    case 'funded':
      if (price === 0)
        return `${name} is included here, but not in another portfolio that is exactly as good${others.length > 0 ? ` (then with ${names})` : ''}. Choosing between them is for people.`;
      return `${name} is in the best portfolio${loss === null ? '' : `. Without it the value is ${loss} lower`}${others.length > 0 ? `, and ${names} would take its place` : ''}.`;
    case 'funded-in-part':
      if (limits.length > 0) return `${name} gets a part of what it asks for. The whole amount does not fit${blocking}`;
      if (price === 0)
        return `${name} gets a part of what it asks for. Another portfolio is exactly as good and gives the whole amount. Choosing between them is for people.`;
      return `${name} gets a part of what it asks for. ${others.length > 0 ? `The whole amount would displace ${names}` : 'The whole amount gives less for the money'}${loss === null ? '' : `; then the value is ${loss} lower`}.`;
    case 'not-funded':
      return `${name} is not included. ${others.length > 0 ? `In its place ${stands} ${names}` : 'The best portfolio is without it'}${loss === null ? '' : `; were it included, the value would be ${loss} lower`}.`;
    case 'tied':
      return `${name} is not included here, but it is in another portfolio that is exactly as good${others.length > 0 ? ` (then without ${names})` : ''}. Choosing between them is for people.`;
    case 'impossible':
      return `${name} fits in no portfolio that keeps all limits${blocking}`;
    case 'indispensable':
      return `Without ${name} the limits cannot all be kept${blocking}`;
    case 'excluded':
      return `${name} is left out${because(decision, 'en')}.`;
    case 'must-fund':
      return `${name} must be included by decision${because(decision, 'en')}.`;
    case 'done':
      return `${name} is done already.`;
  }
}

/** A title within a sentence: it may hold "and", commas and dashes of its own. */
const quoted = (title: string, language: Language) => (language === 'sv' ? `”${title}”` : `“${title}”`);

const because = (decision: string | null, language: Language) =>
  decision ? `: ${reasonText(decision, language).replace(/\.$/, '')}` : '';

/** A loss with three decimals, or as many as it takes not to be shown as nothing. */
function lossText(price: number | null, language: Language): string | null {
  if (price === null) return null;
  const decimals = price === 0 ? 0 : Math.max(3, Math.ceil(-Math.log10(Math.abs(price))));
  return formatNumber(price, language, Math.min(decimals, mostDecimals));
}

/** Scores are no finer than this. */
const mostDecimals = 12;

const outcomes: Readonly<Record<Turn, Readonly<Record<Language, string>>>> = {
  in: { sv: 'skulle ansökan komma med', en: 'the application would be included' },
  whole: { sv: 'skulle ansökan få hela beloppet', en: 'the application would get the whole amount' },
  out: { sv: 'skulle ansökan falla bort', en: 'the application would fall out' },
};

/** What would turn it: one smallest change, with where it stands now where that is known. */
export function changeSentence({ kind, code, from, to, params }: ToldChange, turn: Turn, language: Language): string {
  const outcome = outcomes[turn][language];
  if (kind === 'without-limit') {
    const limit = sentence(String(params['limitCode']), params, language);
    return language === 'sv' ? `Utan denna gräns ${outcome}: ${limit}` : `Without this limit, ${outcome}: ${limit}`;
  }
  const beyond = kind === 'score' && to !== null ? beyondScale(to, params, turn, language) : null;
  if (beyond) return beyond;
  const condition = to === null ? null : conditionText(kind, from, to, params, language);
  if (condition === null) return sentence(code, params, language);
  return language === 'sv' ? `${condition} ${outcome}.` : `${condition}, ${outcome}.`;
}

/** For a score that no rating can give: that the end of the scale is not enough. Null where it is within it, or no scale is known. */
function beyondScale(to: number, { scoreScale }: Params, turn: Turn, language: Language): string | null {
  if (!Array.isArray(scoreScale)) return null;
  const [least, most] = scoreScale.map(Number) as [number, number];
  if (to >= least - scaleRounding && to <= most + scaleRounding) return null;
  const isSwedish = language === 'sv';
  const score = (value: number) => formatNumber(value, language, 3);
  if (turn === 'out')
    return isSwedish
      ? `Även med lägsta poäng, ${score(least)}, vore ansökan med.`
      : `Even with the lowest score, ${score(least)}, the application would be included.`;
  const needed = Math.ceil(to * 1000 - 1e-6) / 1000;
  return isSwedish
    ? `Inte ens högsta poäng, ${score(most)}, räcker${turn === 'whole' ? ' för hela beloppet' : ''}: det skulle behövas ${score(needed)}.`
    : `Not even the highest score, ${score(most)}, is enough${turn === 'whole' ? ' for the whole amount' : ''}: it would take ${score(needed)}.`;
}

/** Scores are sums of weighted parts; the end of their scale is as exact as that. */
const scaleRounding = 1e-9;

/** That some changes were looked for without an answer; null when all were settled. */
export function unsettledSentence(count: number, language: Language): string | null {
  if (count === 0) return null;
  return language === 'sv'
    ? 'Sökningen tog slut innan alla sorters förändringar var prövade: det kan finnas fler som skulle ändra utfallet.'
    : 'The search ended before every kind of change was tried: there may be more that would turn it.';
}

/** The first half of the sentence; null for a kind of change that has none. */
function conditionText(
  kind: string,
  from: number | null,
  to: number,
  params: Params,
  language: Language,
): string | null {
  const isSwedish = language === 'sv';
  const money = (value: number) => formatSek(value, language);
  const instead = () => insteadOf(from === null ? null : money(from), money(to), language);
  switch (kind) {
    case 'score': {
      const score = twoApart(from, to, 3, (value, decimals) => formatNumber(value, language, decimals), language);
      return isSwedish ? `Med poängen ${score}` : `With the score ${score}`;
    }
    case 'cost':
      return isSwedish ? `Om den sökte ${instead()}` : `If it asked for ${instead()}`;
    case 'ceiling':
    case 'group-limit':
    case 'grants':
      return changedLimitText(params, from, to, language);
    case 'all-ceilings':
      return isSwedish
        ? `Om alla ramar ändrades i samma proportion, tillsammans ${instead()},`
        : `If all ceilings were changed in the same proportion, together ${instead()}`;
    case 'weight': {
      const criterion = String(params['criterionName'] ?? params['criterion']);
      const percent = (value: number, decimals: number) =>
        isSwedish
          ? `${formatNumber(value * 100, language, decimals)}\u00a0%`
          : `${formatNumber(value * 100, language, decimals)}%`;
      const weight = insteadOf(from === null ? null : percent(from, 2), percent(to, 2), language);
      return isSwedish ? `Om vikten på ${criterion} vore ${weight}` : `If the weight of ${criterion} were ${weight}`;
    }
    default:
      return null;
  }
}

/**
 * Two figures with as few decimals as tell them apart. The new one is rounded away from the old, so that it is enough, by at most a
 * tenth of the change.
 */
function twoApart(
  from: number | null,
  to: number,
  least: number,
  write: (value: number, decimals: number) => string,
  language: Language,
): string {
  if (from === null) return write(to, least);
  for (let decimals = least; ; decimals += 1) {
    const unit = 10 ** decimals;
    // What differs from a whole number of units by the noise of floating point is that number.
    const enough = (to > from ? Math.ceil(to * unit - 1e-6) : Math.floor(to * unit + 1e-6)) / unit;
    if (Math.abs(enough - to) <= Math.abs(to - from) / 10 || decimals >= mostDecimals)
      return insteadOf(write(from, decimals), write(enough, decimals), language);
  }
}
