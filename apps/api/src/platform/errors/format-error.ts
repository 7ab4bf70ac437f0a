import type { LoggerService } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { sentence } from '@fordela/wording';
import type { Ids } from '../ids';
import { AppError } from './app-error';

/** What GraphQL itself finds wrong with a request: the asker's to put right. */
const badRequests = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Of Node and of PostgreSQL: no connection, or one that was taken away. */
const noDatabase = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|57P0[1-5]|53300|08)/;
const noConnection =
  /timeout exceeded when trying to connect|Connection terminated|Cannot use a pool after calling end|is not queryable/;

function isDatabaseAway(error: unknown): boolean {
  const { code, message, driverError } = (error ?? {}) as { code?: unknown; message?: string; driverError?: unknown };
  if (typeof code === 'string' && noDatabase.test(code)) return true;
  return noConnection.test(message ?? '') || (driverError !== undefined && isDatabaseAway(driverError));
}

/** What was thrown, out of what GraphQL wraps around it: an error in its own, and anything else in a value of its own. */
function original(error: unknown): unknown {
  if (error instanceof GraphQLError && error.originalError) return original(error.originalError);
  return (error as { thrownValue?: unknown } | null)?.thrownValue ?? error;
}

/**
 * The one place where an error becomes what a caller sees: a stable code, a sentence in both languages, and never a stack trace or a
 * statement. What nobody foresaw is logged whole under an id, and the caller gets the id.
 */
export function formatErrors(ids: Ids, logger: LoggerService) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const worded = (code: string, reason: string, params: AppError['params']): GraphQLFormattedError => ({
      message: sentence(reason, params, 'en'),
      ...place,
      extensions: {
        code,
        reason,
        params,
        messageSv: sentence(reason, params, 'sv'),
        messageEn: sentence(reason, params, 'en'),
      },
    });
    const error = original(thrown);
    if (error instanceof AppError) {
      if (error.code === 'UNAVAILABLE') logger.error(error.message, (error.cause as Error | undefined)?.stack);
      return worded(error.code, error.reason, error.params);
    }
    if (isDatabaseAway(error)) {
      logger.error('the database does not answer', (error as Error).stack);
      return worded('UNAVAILABLE', 'database-away', {});
    }
    if (badRequests.has(String(formatted.extensions?.['code'])))
      return { message: formatted.message, ...place, extensions: { code: 'BAD_INPUT', reason: 'request-invalid' } };
    const id = ids.next();
    logger.error(`error ${id}`, error instanceof Error ? error.stack : String(error));
    return worded('INTERNAL', 'internal-error', { id });
  };
}
