import type { Params, Path, Refusal } from '@fordela/domain';
import type { Catalogue, Language } from './catalogue';
import { efficientWording } from './efficient';
import { liquidityWording } from './liquidity';
import { followUpWording } from './follow-up';
import { attentionWording } from './attention';
import { foresightWording } from './foresight';
import { explainWording } from './explain';
import { fairWording } from './fair';
import { policyWording } from './policy';
import { portfolioWording } from './portfolio';
import { registerWording } from './register';
import { reviewersWording } from './reviewers';
import { robustnessWording } from './robustness';
import { roundProblemWording } from './round-problem';
import { envelopeWording } from './envelope';
import { intakeWording } from './intake';
import { rulesWording } from './rules';
import { scoringWording } from './scoring';
import { serviceWording } from './service';
import { sweepWording } from './sweep';
import { typedAnswersWording } from './typed-answers';

/** Every catalogue; a code stands in exactly one of them (held by `test/house/wording.spec.ts`). */
export const catalogues: readonly Catalogue[] = [
  scoringWording,
  rulesWording,
  intakeWording,
  envelopeWording,
  serviceWording,
  roundProblemWording,
  reviewersWording,
  robustnessWording,
  fairWording,
  efficientWording,
  liquidityWording,
  policyWording,
  portfolioWording,
  sweepWording,
  typedAnswersWording,
  explainWording,
  registerWording,
  attentionWording,
  foresightWording,
  followUpWording,
];

const byCode = new Map(catalogues.flatMap((catalogue) => Object.entries(catalogue)));

/** True when the code has its sentence. */
export function hasSentence(code: string): boolean {
  return byCode.has(code);
}

/** The sentence of a code in the reader's language. A code without one is shown as it is, with its figures: never hidden. */
export function sentence(code: string, params: Params, language: Language): string {
  const wording = byCode.get(code);
  return wording ? wording[language](params) : `${code} ${JSON.stringify(params)}`;
}

/**
 * A place in a file as people count: property names joined by dots, rows from 1.
 * @example placeText(['projects', 3, 'cost']) // => 'projects[4].cost'
 */
export function placeText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** A refusal as one line: the place, the sentence, and the code for looking it up. */
export function refusalLine(refusal: Refusal, language: Language): string {
  const place = placeText(refusal.path);
  const text = sentence(refusal.code, refusal.params, language);
  return `${place ? `${place}: ` : ''}${text} [${refusal.code}]`;
}
