import type { CyclePhase } from '@fordela/domain';
import { words } from '../platform/stored';

export const cyclePhaseWords = words<CyclePhase>('CyclePhase', "The four phases of a project's cycle (report 4.4).", {
  foresight_idea: 'Foresight and idea (omvärldsbevakning och idé).',
  application: 'Application (ansökan).',
  implementation: 'Implementation (genomförande).',
  closure: 'Closure and continuation (avslut och fortsättning).',
});
