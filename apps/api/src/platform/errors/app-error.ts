import type { Params } from '@fordela/domain';
import { sentence } from '@fordela/wording';

/** What a program can tell apart: these codes are part of the API and never change their meaning. */
export type ErrorCode = 'BAD_INPUT' | 'NOT_FOUND' | 'UNAVAILABLE' | 'TIME_LIMIT';

/**
 * Something a caller should not have asked for, or that cannot be done now. Thrown anywhere, turned into a GraphQL error in one
 * place. What a person can put right in a form is no error: it travels as data (`Refused`).
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    /** A code with its sentence in `libs/wording`, saying what exactly. */
    readonly reason: string,
    readonly params: Params = {},
    options?: ErrorOptions,
  ) {
    super(sentence(reason, params, 'en'), options);
  }
}
