import { invariant } from '../invariant';
import { amountIn, sumSek, type Sek, type YearAmount } from '../money';
import type { BudgetFrame } from '../round';

/** A grant and the payments it is planned to lead to. */
export interface GrantPlan {
  readonly applicationId: string;
  readonly payments: readonly YearAmount[];
}

/** One of the two numbers of a year. Limit = earlier + decided + reserved + free, to the krona; `free` below 0 is over-commitment. */
export interface EnvelopeNumber {
  readonly limitSek: Sek;
  readonly earlierSek: Sek;
  readonly decidedSek: Sek;
  readonly reservedSek: Sek;
  readonly freeSek: Sek;
}

export interface EnvelopeYear {
  readonly year: number;
  /** False for a year that has payments but no frame: its limit is then 0. */
  readonly hasFrame: boolean;
  /** What is paid during the year, against the year's frame. */
  readonly payments: EnvelopeNumber;
  /**
   * What is promised for later years when the year ends, against the commitment authorisation. Null when no authorisation is stated:
   * the sums are then in `outstanding`, but nobody can say what is free.
   */
  readonly commitments: EnvelopeNumber | null;
  /** The promises themselves, whether or not an authorisation is stated. */
  readonly outstanding: { readonly earlierSek: Sek; readonly decidedSek: Sek; readonly reservedSek: Sek };
}

/**
 * The envelope year by year in its two numbers.
 *
 * Shapes  Frames with each year once; any grants. Years: every year that has a frame or a payment, ascending.
 * Rule    Payments: frame = already committed + decided here + reserved for later calls + free.
 *         Commitments: what is outstanding at the end of a year is what falls due in later years, of each kind; authorisation =
 *         earlier + decided + reserved + free. A reservation counts in full from the first year, as if it were decided at once.
 * Errors  InvariantError when an amount is not whole kronor.
 * Source  ESV 2013:52, handbook on appropriations and commitment authorisations.
 */
export function envelope(frames: readonly BudgetFrame[], grants: readonly GrantPlan[]): readonly EnvelopeYear[] {
  const years = [
    ...new Set([
      ...frames.map((frame) => frame.year),
      ...grants.flatMap((grant) => grant.payments.map((entry) => entry.year)),
    ]),
  ];
  years.sort((a, b) => a - b);
  const byYear = years.map((year) => {
    const frame = frames.find((item) => item.year === year);
    return {
      year,
      frame,
      earlierSek: frame?.alreadyCommittedSek ?? 0,
      decidedSek: sumSek(grants.map((grant) => amountIn(grant.payments, year))),
      reservedSek: frame?.reservedSek ?? 0,
    };
  });
  return byYear.map(({ year, frame, ...parts }, index) => {
    const later = byYear.slice(index + 1);
    const outstanding = {
      earlierSek: sumSek(later.map((item) => item.earlierSek)),
      decidedSek: sumSek(later.map((item) => item.decidedSek)),
      reservedSek: sumSek(later.map((item) => item.reservedSek)),
    };
    const authorisation = frame?.commitmentAuthorisationSek ?? null;
    return {
      year,
      hasFrame: frame !== undefined,
      payments: numberOf(frame?.frameSek ?? 0, parts),
      commitments: authorisation === null ? null : numberOf(authorisation, outstanding),
      outstanding,
    };
  });
}

function numberOf(
  limitSek: Sek,
  parts: { readonly earlierSek: Sek; readonly decidedSek: Sek; readonly reservedSek: Sek },
): EnvelopeNumber {
  const { earlierSek, decidedSek, reservedSek } = parts;
  return {
    limitSek,
    earlierSek,
    decidedSek,
    reservedSek,
    freeSek: sumSek([limitSek, -earlierSek, -decidedSek, -reservedSek]),
  };
}

/** What happens to the money of a year that is not used. */
export interface LapseYear {
  readonly year: number;
  /** The frame and what was carried over from the year before. */
  readonly roomSek: Sek;
  /** What is forecast to be paid: earlier commitments and decided grants. A reservation that is not used is not a payment. */
  readonly usedSek: Sek;
  readonly carriedSek: Sek;
  /** What is lost. */
  readonly lapsesSek: Sek;
  /** What is paid beyond the room: the forecast does not hold. */
  readonly shortSek: Sek;
}

/**
 * What may lapse: appropriations are yearly, and what is not paid by the end of the year is lost beyond what may be carried over.
 *
 * Rule    Room = frame + carried from the year before. Unused = room − payments. Of that at most `carryOverPercent` of the year's frame
 *         is carried (rounded down), the rest lapses. Room = used + carried + lapses − short, every year.
 * Edges   Give the grants with a forecast (`paymentsOf` with `lagged`), not the promised years, to see what slips.
 * Errors  InvariantError on a percentage outside 0–100.
 */
export function lapseForecast(
  frames: readonly BudgetFrame[],
  grants: readonly GrantPlan[],
  options: { readonly carryOverPercent: number },
): readonly LapseYear[] {
  const { carryOverPercent } = options;
  invariant(carryOverPercent >= 0 && carryOverPercent <= 100, `carried over is 0–100 %, got ${carryOverPercent}`);
  let carriedIn = 0;
  return envelope(frames, grants).map(({ year, payments }) => {
    const roomSek = payments.limitSek + carriedIn;
    const usedSek = payments.earlierSek + payments.decidedSek;
    const unused = Math.max(0, roomSek - usedSek);
    const carriedSek = Math.min(unused, Math.floor((payments.limitSek * carryOverPercent) / 100));
    carriedIn = carriedSek;
    return {
      year,
      roomSek,
      usedSek,
      carriedSek,
      lapsesSek: unused - carriedSek,
      shortSek: Math.max(0, usedSek - roomSek),
    };
  });
}
