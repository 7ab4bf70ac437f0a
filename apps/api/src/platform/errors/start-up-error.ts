import type { Params } from '@fordela/domain';
import { sentence } from '@fordela/wording';

/**
 * Why the service cannot start: a stable code with its wording in `libs/wording/src/service.ts`. The message is that
 * sentence in Swedish and in English, one per line, ready to be printed.
 */
export class StartUpError extends Error {
  override readonly name = 'StartUpError';

  constructor(
    readonly code: string,
    readonly params: Params = {},
    options?: ErrorOptions,
  ) {
    super(`${sentence(code, params, 'sv')}\n${sentence(code, params, 'en')}`, options);
  }
}
