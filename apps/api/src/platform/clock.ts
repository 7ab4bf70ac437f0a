/** The time now: a port, so that tests and records can say when they are. Its class is its own injection token. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
