import { accept } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { clarityAnswer, clarityChunk, clarityMeasures, clarityModel, type ClarityQuestion } from '../clarity/clarity';
import { drawingShape, smaaSource } from './smaa-source';
import { describedSpace } from './weight-information';

/** Which weight statement or uncertain score, once settled, is expected to reduce the uncertainty most. */
export const clarityTask = (): RegisteredTask =>
  defineTask({
    name: 'value-of-clarity',
    version: '1',
    options: () =>
      z.strictObject({
        ...drawingShape(),
        measure: z.enum(clarityMeasures).optional(),
        parts: z.number().int().optional(),
      }),
    run: (problem, { measure, parts = 4, ...options }, context) => {
      const source = smaaSource(problem, options, context, { separateIntervals: true });
      if (!source.ok) return source;
      const { model, draws, ids, criterionIds, conventions, observations } = source.value;
      const chosen = measure ?? (model.line ? 'funded' : 'first');
      const clarity = clarityModel(model, chosen, parts);
      if (!clarity.ok) return clarity;
      const answer = clarityAnswer(clarity.value, clarityChunk(clarity.value, 0, draws));
      const asked = (question: ClarityQuestion) => {
        if (question.of === 'order')
          return { of: 'order', more: criterionIds[question.more]!, less: criterionIds[question.less]! };
        if (question.of === 'weight')
          return { of: 'weight', criterion: criterionIds[question.criterion]!, cuts: question.cuts };
        const { alternative, criterion } = model.uncertain[question.uncertain]!;
        return {
          of: 'score',
          alternative: ids[alternative]!,
          criterion: criterionIds[criterion]!,
          parts: question.parts,
        };
      };
      return accept({
        method: 'value-of-clarity',
        conventions: { ...conventions, measure: chosen, parts, entropy: 'bits, Miller–Madow' },
        observations,
        outcome: {
          draws: answer.draws,
          weights: describedSpace(source.value.weights),
          entropyNow: answer.entropyNow,
          questions: answer.questions.map(({ question, ...value }) => ({ question: asked(question), ...value })),
        },
      });
    },
  });
