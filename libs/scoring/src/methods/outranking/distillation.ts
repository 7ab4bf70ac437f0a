/** How much two credibilities must differ to count, as a line of the credibility: s(λ) = constant + slope × λ. */
export interface Discrimination {
  readonly constant: number;
  readonly slope: number;
}

/** s(λ) = 0.30 − 0.15 λ, the usual one. */
export const usualDiscrimination: Discrimination = { constant: 0.3, slope: -0.15 };

type Table = readonly (readonly number[])[];
const tolerance = 1e-12;

/**
 * ELECTRE III's distillation of a credibility table into classes.
 *
 * Shapes  credibility: m × m (the diagonal is not read). Returns classes of indexes, best first for both directions.
 * Rule    From the highest credibility λ among those left, the next level is the highest one below λ − s(λ). a beats b at a
 *         level when its credibility is above the level and above b's by more than s. Descending takes the ones with the highest
 *         qualification (beats − is beaten), ascending those with the lowest, and looks again among them at lower levels.
 * Source  Roy & Bouyssou, Aide multicritère à la décision (1993), ch. 6; Vallée & Zielniewicz 1994 (Lamsade 85).
 */
export function distillation(
  credibility: Table,
  direction: 'descending' | 'ascending',
  discrimination: Discrimination = usualDiscrimination,
): readonly (readonly number[])[] {
  let left = credibility.map((_, i) => i);
  const classes: number[][] = [];
  while (left.length > 0) {
    const taken = oneClass(credibility, left, direction, discrimination);
    classes.push(taken);
    left = left.filter((i) => !taken.includes(i));
  }
  return direction === 'descending' ? classes : classes.reverse();
}

function oneClass(
  credibility: Table,
  from: readonly number[],
  direction: 'descending' | 'ascending',
  { constant, slope }: Discrimination,
): number[] {
  const s = (level: number) => constant + slope * level;
  const levels = (among: readonly number[]) =>
    among.flatMap((a) => among.filter((b) => b !== a).map((b) => credibility[a]![b]!));
  let candidates = [...from];
  let level = Math.max(0, ...levels(from));
  while (candidates.length > 1 && level > 0) {
    const ceiling = level - s(level);
    const next = Math.max(0, ...levels(candidates).filter((value) => value < ceiling - tolerance));
    const beats = (a: number, b: number) =>
      credibility[a]![b]! > next + tolerance &&
      credibility[a]![b]! > credibility[b]![a]! + s(credibility[a]![b]!) + tolerance;
    const qualification = candidates.map((a) =>
      candidates.reduce((sum, b) => (a === b ? sum : sum + Number(beats(a, b)) - Number(beats(b, a))), 0),
    );
    const extreme = direction === 'descending' ? Math.max(...qualification) : Math.min(...qualification);
    candidates = candidates.filter((_, k) => qualification[k] === extreme);
    level = next;
  }
  return candidates;
}

/** How a stands to b in both preorders together: preferred, indifferent, or incomparable. */
export type FinalRelation = 'P+' | 'P-' | 'I' | 'R';

/** Intersection of the two distillations. */
export function finalRelations(
  descending: readonly number[],
  ascending: readonly number[],
): readonly (readonly FinalRelation[])[] {
  return descending.map((_, a) =>
    descending.map((_, b): FinalRelation => {
      const [down, up] = [descending[b]! - descending[a]!, ascending[b]! - ascending[a]!];
      if (down === 0 && up === 0) return 'I';
      if (down >= 0 && up >= 0) return 'P+';
      return down <= 0 && up <= 0 ? 'P-' : 'R';
    }),
  );
}
