import type { Finding } from '@fordela/domain';
import type { Language } from './catalogue';
import { ruleTexts } from './rule-texts';
import { rulesWording } from './rules';

export interface CompletionRequest {
  readonly applicationId: string;
  readonly registryNumber: string | null;
  readonly projectTitle: string;
  /** Last day to answer, `YYYY-MM-DD`. */
  readonly answerBy: string;
  /** From `completionFindings`. */
  readonly findings: readonly Finding[];
}

/**
 * The standard text of a request for completion: what was seen, what to send, by when. Plain text with one numbered point per
 * finding, for the officer to edit before it is sent. Nothing to complete gives an empty text.
 */
export function completionLetter(request: CompletionRequest, language: Language): string {
  const points = request.findings.flatMap((finding) => {
    const ask = ruleTexts[finding.ruleId]?.completion?.[language];
    const seen = rulesWording[finding.code]?.[language](finding.params);
    return ask && seen ? [`${seen}\n   ${ask}`] : [];
  });
  if (points.length === 0) return '';
  const numbered = points.map((point, index) => `${index + 1}. ${point}`).join('\n\n');
  const heading = `${request.applicationId}${request.registryNumber ? ` (${request.registryNumber})` : ''} ${request.projectTitle}`;
  return language === 'sv'
    ? `Begäran om komplettering\n${heading}\n\nVi behöver följande för att kunna pröva ansökan:\n\n${numbered}\n\nSvara senast ${request.answerBy}. Ansökan kan annars avgöras på det underlag som finns.\n`
    : `Request for completion\n${heading}\n\nWe need the following to examine the application:\n\n${numbered}\n\nPlease answer by ${request.answerBy}. The application may otherwise be decided on what is there.\n`;
}
