/** What is asked of the policy model. All of it stands in the address, so that a comparison can be sent to a colleague. */
export interface PolicySearch {
  /** Ids of the policies to compare, joined by commas; two that the report puts against each other when left out. */
  readonly val?: string;
  /** A policy of one's own: parts for early, shared and implementation, for region, municipal and other, and grants: `2-1-1_1-1-1_20`. */
  readonly egen?: string;
  readonly ar?: number;
  /** Kronor a year; the call's own when left out. */
  readonly kronor?: number;
  /** Changed assumptions. */
  readonly antag?: ChangedAssumptions;
  readonly matt?: 'fte';
}

/** Lowest, likeliest, highest, and where they come from; by name. */
export type ChangedAssumptions = Readonly<Record<string, ChangedAssumption>>;
export type ChangedAssumption = readonly [low: number, likely: number, high: number, source?: string];

export interface OwnPolicy {
  readonly use: { readonly early: number; readonly shared: number; readonly implementation: number };
  readonly run: { readonly region: number; readonly municipal: number; readonly other: number };
  readonly grants: number;
}

/** The id of the reader's own policy. */
export const ownPolicyId = 'eget';

/** Comparisons that are ready to choose: the choices the report puts to the region. */
export const presets = {
  spread: ['thin', 'concentrated'],
  runner: ['own', 'municipal'],
  phase: ['early', 'implementation'],
} as const;

export const usualYears = 10;
export const yearChoices = [5, 10, 15, 20] as const;

/** What the address asks for; what it says that cannot be asked is left out. */
export function policySearch(search: Record<string, unknown>): PolicySearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const whole = (value: unknown, least: number, most: number) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
  const said = {
    val: text(search['val']),
    egen: ownPolicyOf(text(search['egen'])) ? text(search['egen']) : undefined,
    ar: whole(search['ar'], 1, 60),
    kronor: whole(search['kronor'], 0, 1e12),
    antag: changedAssumptions(search['antag']),
    matt: search['matt'] === 'fte' ? ('fte' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function changedAssumptions(value: unknown): ChangedAssumptions | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).filter((entry): entry is [string, ChangedAssumption] => {
    const [, figures] = entry as [string, unknown];
    return (
      Array.isArray(figures) &&
      figures.slice(0, 3).filter((figure) => typeof figure === 'number').length === 3 &&
      (figures[3] === undefined || typeof figures[3] === 'string')
    );
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A policy of one's own as the address has it; null when it is none. */
export function ownPolicyOf(text: string | undefined): OwnPolicy | null {
  const match = /^([\d.]+)-([\d.]+)-([\d.]+)_([\d.]+)-([\d.]+)-([\d.]+)_(\d+)$/u.exec(text ?? '');
  const [early, shared, implementation, region, municipal, other, grants] = (match ?? []).slice(1).map(Number);
  return match && [early, shared, implementation, region, municipal, other, grants].every(Number.isFinite)
    ? {
        use: { early: early!, shared: shared!, implementation: implementation! },
        run: { region: region!, municipal: municipal!, other: other! },
        grants: grants!,
      }
    : null;
}

export const ownPolicyText = ({ use, run, grants }: OwnPolicy): string =>
  [
    [use.early, use.shared, use.implementation].join('-'),
    [run.region, run.municipal, run.other].join('-'),
    grants,
  ].join('_');

/** The ids of the policies to compare, in the order of `known`; ids that are not known are left out. */
export function chosenPolicies(val: string | undefined, known: readonly string[]): readonly string[] {
  const ids: readonly string[] = val === undefined ? presets.spread : val.split(',');
  return known.filter((id) => ids.includes(id));
}
