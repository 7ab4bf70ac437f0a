import { accept, refusal, refuse, type Refusal, type Result, type Round } from '@fordela/domain';
import type { Observation } from '../evaluate/task';
import type { FormulaEngine } from '../structure/formula/formula-engine';
import { projectVariableNames, projectVariables } from './project-variables';

export interface ComputedValues {
  /** Applications × criteria; null for rated criteria and where a variable is not stated. */
  readonly table: readonly (readonly (number | null)[])[];
  readonly observations: readonly Observation[];
}

/**
 * The computed criteria's figures by their formulas over the project variables.
 *
 * Edges   A variable that the application does not state makes its figure null. Outside the scale: reported and left as it is
 *         (`clip` happens when it becomes a value), or refused.
 * Errors  `formula-engine-needed`; `formula-missing`; `formula-unknown-variable`; `formula-not-finite` with the application;
 *         `performance-out-of-scale`; those of the formula reader.
 */
export function computedValues(
  round: Pick<Round, 'applications' | 'criteria' | 'actors' | 'municipalities'>,
  outOfScale: 'clip' | 'refuse',
  formulas: FormulaEngine | null,
): Result<ComputedValues> {
  const table = round.applications.map(() => round.criteria.map((): number | null => null));
  const refusals: Refusal[] = [];
  const observations: Observation[] = [];
  const variables = round.criteria.some((criterion) => criterion.kind === 'computed')
    ? round.applications.map((application) => projectVariables(application, round))
    : [];
  round.criteria.forEach((criterion, j) => {
    if (criterion.kind !== 'computed') return;
    const path = ['criteria', j, 'formula'];
    if (criterion.formula === null) {
      refusals.push(refusal('formula-missing', path, { criterion: criterion.id }));
      return;
    }
    if (!formulas) {
      refusals.push(refusal('formula-engine-needed', path));
      return;
    }
    const { formula } = criterion;
    const compiled = formulas.compile(formula, path);
    if (!compiled.ok) {
      refusals.push(...compiled.refusal);
      return;
    }
    const unknown = compiled.value.variables.filter(
      (name) => !(projectVariableNames as readonly string[]).includes(name),
    );
    if (unknown.length > 0) {
      refusals.push(...unknown.map((variable) => refusal('formula-unknown-variable', path, { formula, variable })));
      return;
    }
    round.applications.forEach((application, i) => {
      const row = variables[i] as Readonly<Record<string, number | null>>;
      const used = compiled.value.variables.map((name) => [name, row[name] ?? null] as const);
      if (used.some(([, value]) => value === null)) return;
      const value = compiled.value.valueOf(Object.fromEntries(used) as Record<string, number>);
      if (!Number.isFinite(value)) {
        refusals.push(
          refusal('formula-not-finite', path, { formula, alternative: application.id, value: String(value) }),
        );
        return;
      }
      (table[i] as (number | null)[])[j] = value;
      if (value >= criterion.scaleMin && value <= criterion.scaleMax) return;
      const params = {
        alternative: application.id,
        criterion: criterion.id,
        value,
        min: criterion.scaleMin,
        max: criterion.scaleMax,
      };
      if (outOfScale === 'refuse') refusals.push(refusal('performance-out-of-scale', ['applications', i], params));
      else observations.push({ code: 'performance-out-of-scale', path: ['applications', i], params });
    });
  });
  return refusals.length > 0 ? refuse(refusals) : accept({ table, observations });
}
