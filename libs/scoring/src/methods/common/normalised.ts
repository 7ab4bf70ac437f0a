import { accept, type Result } from '@fordela/domain';
import { z } from 'zod';
import type { Conventions } from '../../evaluate/task';
import {
  constantColumns,
  inversions,
  normalisations,
  usualInversion,
  type Inversion,
  type Normalisation,
} from './normalise';
import { normaliseTable } from './normalise-table';
import type { Prepared, PreparedWithGaps } from './prepare';

/** Options of every task whose literature varies in how it normalises. */
export const normalisationShape = () => ({
  normalisation: z.enum(normalisations).optional(),
  inversion: z.enum(inversions).optional(),
  constant: z.enum(constantColumns).optional(),
});

export type NormalisationOptions = z.infer<z.ZodObject<ReturnType<typeof normalisationShape>>>;

/** What a method takes when the task names nothing. */
export interface UsualNormalisation {
  readonly normalisation: Normalisation;
  /** Left out: the usual way round of the normalisation in force. */
  readonly inversion?: Inversion;
}

export interface Normalised<Table> {
  readonly table: Table;
  readonly conventions: Conventions;
}

/** The prepared table normalised as the task asks, or as the method usually is, with the conventions to state. */
export function normalised<P extends Prepared | PreparedWithGaps>(
  prepared: P,
  options: NormalisationOptions,
  usual: UsualNormalisation,
): Result<Normalised<P['values']>> {
  const normalisation = options.normalisation ?? usual.normalisation;
  const inversion = options.inversion ?? usual.inversion ?? usualInversion[normalisation];
  const constant = options.constant ?? 'one';
  const { values, directions, columnPaths } = prepared;
  const table = normaliseTable<number | null>(values, directions, { normalisation, inversion, constant }, columnPaths);
  if (!table.ok) return table;
  return accept({ table: table.value as P['values'], conventions: { normalisation, inversion, constant } });
}
