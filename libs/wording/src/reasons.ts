import type { Params } from '@fordela/domain';
import type { Language } from './catalogue';
import { formatList, formatNumber, formatSek, formatShare } from './format';
import { sentence } from './sentence';

/** What is known of one project's outcome, as the engine gives it and with the names people know the projects by. */
export interface ToldReason {
  readonly fate: string;
  readonly name: string;
  /** What the best portfolio would lose the other way; in the objective's unit. */
  readonly price: number | null;
  /** Names of those that stand in its place, or that would come in its place. */
  readonly others: readonly string[];
  readonly decision: string | null;
}

/** One change that would turn the outcome. */
export interface ToldChange {
  readonly kind: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly params: Params;
}

const list = (names: readonly string[], language: Language) => formatList(names, language);
const because = (decision: string | null, language: Language) =>
  decision ? (language === 'sv' ? `: ${decision}` : `: ${decision}`) : '';

/** Why a project is funded or not, in one sentence an applicant can read. */
export function reasonSentence({ fate, name, price, others, decision }: ToldReason, language: Language): string {
  const loss = price === null ? null : formatNumber(price, language, 3);
  const isSwedish = language === 'sv';
  switch (fate) {
    case 'funded':
      if (isSwedish)
        return `${name} är med i den bästa fördelningen${loss === null ? '' : `. Utan den blir värdet ${loss} lägre`}${others.length > 0 ? `, och i dess plats kommer ${list(others, 'sv')}` : ''}.`;
      return `${name} is in the best portfolio${loss === null ? '' : `. Without it the value is ${loss} lower`}${others.length > 0 ? `, and ${list(others, 'en')} would take its place` : ''}.`;
    case 'funded-in-part':
      return isSwedish
        ? `${name} får en del av det som söks: mer ryms inte utan att något som ger mer faller bort.`
        : `${name} gets a part of what it asks for: more does not fit without something worth more being left out.`;
    case 'not-funded':
      if (isSwedish)
        return `${name} är inte med. ${others.length > 0 ? `I dess plats står ${list(others, 'sv')}` : 'Pengarna eller gränserna räcker inte'}${loss === null ? '' : `; med ${name} blir värdet ${loss} lägre`}.`;
      return `${name} is not included. ${others.length > 0 ? `In its place stands ${list(others, 'en')}` : 'The money or the limits do not suffice'}${loss === null ? '' : `; with ${name} the value is ${loss} lower`}.`;
    case 'tied':
      return isSwedish
        ? `${name} är inte med här, men i en annan fördelning som är precis lika bra${others.length > 0 ? ` (då utan ${list(others, 'sv')})` : ''}. Valet mellan dem är människors.`
        : `${name} is not included here, but it is in another portfolio that is exactly as good${others.length > 0 ? ` (then without ${list(others, 'en')})` : ''}. Choosing between them is for people.`;
    case 'impossible':
      return isSwedish
        ? `${name} ryms inte i någon fördelning som håller alla gränser.`
        : `${name} fits in no portfolio that keeps all limits.`;
    case 'indispensable':
      return isSwedish
        ? `Utan ${name} kan inte alla gränser hållas.`
        : `Without ${name} the limits cannot all be kept.`;
    case 'excluded':
      return isSwedish
        ? `${name} är undantagen${because(decision, 'sv')}.`
        : `${name} is left out${because(decision, 'en')}.`;
    case 'must-fund':
      return isSwedish
        ? `${name} ska vara med enligt beslut${because(decision, 'sv')}.`
        : `${name} must be included by decision${because(decision, 'en')}.`;
    default:
      return isSwedish ? `${name} är redan genomförd.` : `${name} is done already.`;
  }
}

/** What would turn it: one smallest change, with where it stands now. `into`: the project would come in; else it would fall out. */
export function changeSentence({ kind, from, to, params }: ToldChange, into: boolean, language: Language): string {
  const isSwedish = language === 'sv';
  const outcome = isSwedish
    ? into
      ? 'skulle ansökan komma med'
      : 'skulle ansökan falla bort'
    : into
      ? 'the application would be included'
      : 'the application would fall out';
  const text = (value: number | null, write: (value: number) => string) => (value === null ? '?' : write(value));
  const money = (value: number | null) => text(value, (own) => formatSek(own, language));
  const plain = (value: number | null) => text(value, (own) => formatNumber(own, language, 3));
  const instead = (now: string, then: string) =>
    isSwedish ? `${then} i stället för ${now}` : `${then} instead of ${now}`;
  const year = params['year'] ?? null;
  switch (kind) {
    case 'score':
      return isSwedish
        ? `Med poängen ${instead(plain(from), plain(to))} ${outcome}.`
        : `With the score ${instead(plain(from), plain(to))}, ${outcome}.`;
    case 'cost':
      return isSwedish
        ? `Om den sökte ${instead(money(from), money(to))} ${outcome}.`
        : `If it asked for ${instead(money(from), money(to))}, ${outcome}.`;
    case 'ceiling': {
      const what = isSwedish
        ? year === null
          ? 'ramen'
          : `ramen för ${String(year)}`
        : year === null
          ? 'the ceiling'
          : `the ceiling of ${String(year)}`;
      return isSwedish
        ? `Om ${what} vore ${instead(money(from), money(to))} ${outcome}.`
        : `If ${what} were ${instead(money(from), money(to))}, ${outcome}.`;
    }
    case 'all-ceilings':
      return isSwedish
        ? `Om hela ramen vore ${instead(money(from), money(to))}, lika mycket för alla år, ${outcome}.`
        : `If the whole frame were ${instead(money(from), money(to))}, the same part of every year, ${outcome}.`;
    case 'group-limit': {
      const counted = String(params['limitCode'] ?? '').includes('-count-') ? plain : money;
      const limit = `”${String(params['id'] ?? '')}”`;
      return isSwedish
        ? `Om gränsen ${limit} vore ${instead(counted(from), counted(to))} ${outcome}.`
        : `If the limit ${limit} were ${instead(counted(from), counted(to))}, ${outcome}.`;
    }
    case 'grants':
      return isSwedish
        ? `Om antalet bidrag fick vara ${instead(plain(from), plain(to))} ${outcome}.`
        : `If the number of grants could be ${instead(plain(from), plain(to))}, ${outcome}.`;
    case 'weight': {
      const [now, then] = [from, to].map((value) => text(value, (own) => formatShare(own, language))) as [
        string,
        string,
      ];
      const criterion = String(params['criterionName'] ?? params['criterion'] ?? '');
      return isSwedish
        ? `Om vikten på ${criterion} vore ${instead(now, then)} ${outcome}.`
        : `If the weight of ${criterion} were ${instead(now, then)}, ${outcome}.`;
    }
    default: {
      const limit = sentence(String(params['limitCode'] ?? ''), params, language);
      return isSwedish ? `Utan gränsen «${limit}» ${outcome}.` : `Without the limit "${limit}", ${outcome}.`;
    }
  }
}
