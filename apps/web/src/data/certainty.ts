import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import certainty from '../gql/certainty.graphql?raw';
import type { CertaintyQuery, CertaintyQueryVariables, WeightKnowledge } from '../gql/types';
import { ask, refusalError } from './ask';
import { optionsAtSplit, type Attribution, type Objective } from './split-choice';

/** What is asked: one split, and what is taken for granted of the weights. */
export interface CertaintyChoice {
  readonly callId: string;
  readonly objective: Objective;
  readonly attribution: Attribution;
  readonly share: number;
  readonly weights: WeightKnowledge;
}

export interface ShownCertainty {
  readonly id: string;
  readonly title: string;
  /** Share of the portfolios that could be right, 0 to 1. */
  readonly coreIndex: number;
  /** Null where it could not be drawn. */
  readonly probability: { readonly share: number; readonly error: number } | null;
}

export interface Certainty {
  readonly isComplete: boolean;
  readonly samples: number;
  readonly safeYes: readonly ShownCertainty[];
  readonly discuss: readonly ShownCertainty[];
  readonly safeNo: readonly ShownCertainty[];
  readonly questions: readonly { readonly sentence: string; readonly gain: number; readonly change: number }[];
}

/** A question worth less than this, in points, is shown as worth nothing: then it is left out. */
const leastGain = 0.0005;
/** Draws behind each probability: enough for a few percent, in seconds. */
const samples = 500;

/** What is certain of the best allocation at a split; asked for when there is a choice. */
export function useCertainty(choice: CertaintyChoice | null, language: Language) {
  return useQuery({
    queryKey: ['certainty', choice, language],
    enabled: choice !== null,
    queryFn: async (): Promise<Certainty> => {
      const { callId, objective, attribution, share, weights } = choice!;
      const answer = await ask<CertaintyQuery, CertaintyQueryVariables>(certainty, {
        callId,
        options: optionsAtSplit(objective, attribution, share),
        weights,
        samples,
      });
      const { robustPortfolio: robust, fundingProbability: drawn, valueOfInformation: information } = answer;
      if (robust.__typename === 'Refused') throw refusalError(robust, language);
      if (drawn.__typename === 'Refused') throw refusalError(drawn, language);
      if (information.__typename === 'Refused') throw refusalError(information, language);
      const probabilities = new Map(drawn.applications.map((own) => [own.applicationId, own]));
      const shown = (list: typeof robust.discuss): readonly ShownCertainty[] =>
        list.map(({ applicationId, title, coreIndex }) => {
          const own = probabilities.get(applicationId);
          return {
            id: applicationId,
            title,
            coreIndex,
            probability: own ? { share: own.probability, error: own.standardError } : null,
          };
        });
      return {
        isComplete: robust.isComplete,
        samples: drawn.samples,
        safeYes: shown(robust.safeYes),
        // Without lists there is still a probability for each, and those in doubt are to be discussed.
        discuss: robust.isComplete ? shown(robust.discuss) : inDoubt(drawn.applications),
        safeNo: shown(robust.safeNo),
        questions: information.questions
          .filter(({ expectedGain }) => expectedGain >= leastGain)
          .map(({ messageSv, messageEn, expectedGain, changeProbability }) => ({
            sentence: language === 'sv' ? messageSv : messageEn,
            gain: expectedGain,
            change: changeProbability,
          })),
      };
    },
  });
}

type Drawn = Extract<CertaintyQuery['fundingProbability'], { __typename: 'FundingProbabilities' }>['applications'];

const inDoubt = (applications: Drawn): readonly ShownCertainty[] =>
  applications
    .filter(({ probability }) => probability > 0 && probability < 1)
    .sort((a, b) => b.probability - a.probability)
    .map(({ applicationId, title, probability, standardError }) => ({
      id: applicationId,
      title,
      coreIndex: NaN,
      probability: { share: probability, error: standardError },
    }));
