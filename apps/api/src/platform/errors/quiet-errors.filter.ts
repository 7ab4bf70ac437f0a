import { Catch, type ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';

/**
 * Hands a resolver's error on to `formatErrors`, which words and logs it once; without this the framework would log every error
 * with a code as if it were a crash. Errors of plain HTTP routes go the framework's way.
 */
@Catch()
export class QuietErrors extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    return super.catch(error, host);
  }
}
