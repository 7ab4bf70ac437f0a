import { randomUUID } from 'node:crypto';

/** New identifiers for things that have no name of their own. Its class is its own injection token. */
export abstract class Ids {
  abstract next(): string;
}

export class RandomIds extends Ids {
  next(): string {
    return randomUUID();
  }
}
