import type { Path } from '@fordela/domain';
import { z } from 'zod';
import { valueSpecSchema, type ValueSpec } from '../structure/value-spec';
import { weightSpecSchema, type WeightSpec, type WeightSpecInput } from '../weights/weight-spec';

export const directions = ['maximise', 'minimise'] as const;
export type Direction = (typeof directions)[number];

/** A direction as written: the word, its short form, or the sign that published tables use (1 and -1). */
export const directionSchema = () =>
  z.union([z.enum(['maximise', 'minimise', 'max', 'min', 'benefit', 'cost']), z.literal(1), z.literal(-1)]);
export type DirectionInput = z.infer<ReturnType<typeof directionSchema>>;

export function directionOf(input: DirectionInput): Direction {
  return ['maximise', 'max', 'benefit', 1].includes(input) ? 'maximise' : 'minimise';
}

/** A rubric level: the number the reviewer gives, and the text that says when. */
export interface RubricLevel {
  readonly value: number;
  readonly anchor: string;
}

/** The natural scale of a criterion: its ends, and the rubric levels where it has them. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly levels: readonly RubricLevel[];
}

export const scaleSchema = () =>
  z.union([
    z.strictObject({ min: z.number(), max: z.number() }),
    z.strictObject({
      levels: z.array(z.strictObject({ value: z.number(), anchor: z.string() })).min(2),
    }),
  ]);
export type ScaleInput = z.infer<ReturnType<typeof scaleSchema>>;

/** The written scale in its one shape; rubric levels are sorted by value. */
export function scaleOf(input: ScaleInput): Scale {
  if ('min' in input) return { min: input.min, max: input.max, levels: [] };
  const levels = [...input.levels].sort((a, b) => a.value - b.value);
  return { min: levels[0]?.value ?? 0, max: levels.at(-1)?.value ?? 0, levels };
}

/** A node of the criteria tree as written. A node with `children` groups; one without is a criterion that is measured. */
export interface CriterionInput {
  readonly id: string;
  readonly name?: string;
  readonly direction?: DirectionInput;
  readonly weight?: number;
  readonly childWeights?: WeightSpecInput;
  readonly children?: readonly CriterionInput[];
  readonly value?: ValueSpec;
  readonly scale?: ScaleInput;
  readonly formula?: string;
  readonly unit?: string;
}

export const criterionSchema = (): z.ZodType<CriterionInput> => {
  const node: z.ZodType<CriterionInput> = z.lazy(() =>
    z.strictObject({
      id: z.string().min(1),
      name: z.string().optional(),
      direction: directionSchema().optional(),
      weight: z.number().optional(),
      childWeights: weightSpecSchema().optional(),
      children: z.array(node).min(1).optional(),
      value: valueSpecSchema().optional(),
      scale: scaleSchema().optional(),
      formula: z.string().min(1).optional(),
      unit: z.string().optional(),
    }),
  );
  return node;
};

/** A node of the criteria tree. `weight` is relative to its siblings; null when not stated. */
export interface CriterionNode {
  readonly id: string;
  readonly name: string | null;
  readonly weight: number | null;
  readonly childWeights: WeightSpec | null;
  readonly children: readonly CriterionNode[];
  /** Its place in the file. */
  readonly path: Path;
}

/** A leaf of the criteria tree: what alternatives are measured on. Always listed in tree order. */
export interface Criterion {
  readonly id: string;
  readonly name: string | null;
  readonly direction: Direction;
  /** The ids of the groups it lies in, outermost first. */
  readonly groupIds: readonly string[];
  readonly value: ValueSpec | null;
  readonly scale: Scale | null;
  /** Formula over the alternative's `data`; null when the performance is given. */
  readonly formula: string | null;
  readonly unit: string | null;
  /** Its place in the file. */
  readonly path: Path;
}
