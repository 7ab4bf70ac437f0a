import { StartUpError } from '../platform/errors/start-up-error';
import { CommandFailure, exitCodes } from './exit-codes';

function explained(error: unknown): unknown {
  return error instanceof StartUpError ? new CommandFailure(error.message.split('\n'), exitCodes.unavailable) : error;
}

/** Runs something that may fail to start; what a person can put right ends the command with that sentence. */
export async function explainingStartUp<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw explained(error);
  }
}

/** The same for work that needs no waiting. */
explainingStartUp.sync = <Value>(work: () => Value): Value => {
  try {
    return work();
  } catch (error) {
    throw explained(error);
  }
};
