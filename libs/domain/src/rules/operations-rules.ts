import type { Application } from '../round';
import { draft, numberOf, wordsOf, type RuleCheck, type RuleContext } from './rule';

/**
 * Signs that an application pays for what is done anyway. Words in the application's own text (title, summary, note), matched at
 * the start of a word, together with how many parties there are. Signs only: an officer decides.
 */
export const operationsRules: readonly RuleCheck[] = [
  {
    ruleId: 'ordinary_activity_borderline',
    version: 1,
    parameterIds: ['ordinary_operations_words', 'single_party_limit'],
    applies: () => true,
    check: (application, context) => {
      const words = foundWords(application, wordsOf(context, 'ordinary_operations_words'));
      if (words.length === 0 || !isSingleParty(application, context)) return [];
      return draft(
        application,
        ['project', 'summary'],
        { words, parties: partyCount(application) },
        partnerRows(application),
      );
    },
  },
  {
    ruleId: 'operating_support',
    version: 1,
    parameterIds: ['operating_support_words', 'single_party_limit'],
    applies: () => true,
    check: (application, context) => {
      const words = foundWords(application, wordsOf(context, 'operating_support_words'));
      if (words.length === 0 || !isSingleParty(application, context)) return [];
      return draft(
        application,
        ['project', 'summary'],
        { words, parties: partyCount(application) },
        partnerRows(application),
      );
    },
  },
  {
    ruleId: 'operating_support_suspected',
    version: 1,
    parameterIds: ['operating_support_words', 'single_party_limit'],
    applies: () => true,
    check: (application, context) => {
      const words = foundWords(application, wordsOf(context, 'operating_support_words'));
      if (words.length === 0 || isSingleParty(application, context)) return [];
      return draft(
        application,
        ['project', 'summary'],
        { words, parties: partyCount(application) },
        partnerRows(application),
      );
    },
  },
];

/** The words that occur, in the order of the list. Case and runs of white space do not matter. */
function foundWords(application: Application, words: readonly string[]): readonly string[] {
  const { title, summary } = application.project;
  const text = plain([title, summary, application.note ?? ''].join(' \u00b6 '));
  return words.filter((word) => {
    const wanted = plain(word);
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
      if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
    return false;
  });
}

const plain = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** The organisations taking part, the lead partner among them. */
function partyCount(application: Application): number {
  return new Set([application.project.leadPartnerId, ...application.project.partners.map((item) => item.actorId)]).size;
}

function isSingleParty(application: Application, context: RuleContext): boolean {
  return partyCount(application) <= numberOf(context, 'single_party_limit');
}

function partnerRows(application: Application) {
  return application.project.partners.map((item) => ({
    table: 'partners' as const,
    key: `${application.id}/${item.actorId}`,
  }));
}
