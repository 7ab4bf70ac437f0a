import loadHighs, { type Highs, type Model } from 'highs';
import { invariant } from '@fordela/domain';
import type { MipAnswer, MipModel, MipOptions, MipSolver, MipStatus } from './mip-solver';

/**
 * HiGHS compiled to WebAssembly behind the port. Loaded once per `highsSolver()`; every solve makes and disposes its own model.
 *
 * Rules   Models go in as arrays of finite numbers, never as text (its parser takes garbage for an empty model). The
 *         objective is recomputed from the values. A solve blocks the thread it runs on until its time limit: run it in a worker.
 * Errors  InvariantError on a number that is not finite where one must be. What the solver throws passes through.
 * @example const solver = await highsSolver(); (await solver.solve(model, options)).status
 */
export async function highsSolver(): Promise<MipSolver> {
  const highs = await loadHighs();
  return {
    name: 'highs',
    version: highs.version.string,
    solve: (model, options) => Promise.resolve(solveWith(highs, model, options)),
  };
}

function solveWith(highs: Highs, model: MipModel, options: MipOptions): MipAnswer {
  checkFinite(model);
  if (model.columns === 0) return solveEmpty(model);
  return highs.withModel(modelDataOf(highs, model), (handle): MipAnswer => {
    handle.options.set({
      output_flag: false,
      time_limit: options.timeLimitSeconds,
      random_seed: options.seed,
      mip_rel_gap: options.gap,
      mip_abs_gap: options.absoluteGap,
      mip_feasibility_tolerance: 1e-7,
      ...(options.presolve === false && { presolve: 'off' }),
    });
    if (options.start) handle.setSolution({ colValue: options.start });
    handle.run();
    return readAnswer(highs, handle, model);
  });
}

function modelDataOf(highs: Highs, model: MipModel) {
  const { continuous, integer } = highs.constants.variableType;
  return {
    numCols: model.columns,
    numRows: model.rows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.objective,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr' as const,
      numRows: model.rows,
      numCols: model.columns,
      starts: model.starts,
      indices: model.indices,
      values: model.coefficients,
    },
    integrality: Array.from(model.integer, (whole) => (whole ? integer : continuous)),
  };
}

function readAnswer(highs: Highs, handle: Model, model: MipModel): MipAnswer {
  const codes = highs.constants.modelStatus;
  const code = handle.getModelStatus();
  if (code === codes.infeasible) return none('infeasible');
  if (code === codes.unbounded || code === codes.unboundedOrInfeasible) return none('unbounded');
  const hasPoint = Number(handle.info.get('primal_solution_status')) === 2;
  const isMip = model.integer.some((whole) => whole === 1);
  const rawBound = isMip
    ? Number(handle.info.get('mip_dual_bound'))
    : Number(handle.info.get('objective_function_value'));
  const stated = Number.isFinite(rawBound) ? rawBound : null;
  if (!hasPoint) return { ...none('unknown'), bound: stated };
  const values = Float64Array.from(handle.getSolution().colValue);
  let objective = 0;
  for (let j = 0; j < model.columns; j += 1) objective += (model.objective[j] as number) * (values[j] as number);
  if (!Number.isFinite(objective)) return none('unknown');
  const status: MipStatus = code === codes.optimal ? 'optimal' : 'feasible';
  // A model that presolve settles completely is optimal without a bound of its own.
  const bound = stated ?? (status === 'optimal' ? objective : null);
  const gap = bound === null ? null : Math.max(0, bound - objective) / Math.max(1e-12, Math.abs(objective));
  return { status, objective, bound, gap, values };
}

const none = (status: MipStatus): MipAnswer => ({ status, objective: null, bound: null, gap: null, values: null });

/** A model without columns: feasible exactly when every row allows 0. */
function solveEmpty(model: MipModel): MipAnswer {
  for (let i = 0; i < model.rows; i += 1)
    if ((model.rowLower[i] as number) > 0 || (model.rowUpper[i] as number) < 0) return none('infeasible');
  return { status: 'optimal', objective: 0, bound: 0, gap: 0, values: new Float64Array(0) };
}

function checkFinite(model: MipModel): void {
  for (const values of [model.objective, model.coefficients])
    for (const value of values) invariant(Number.isFinite(value), `a model may hold only finite numbers, got ${value}`);
  for (const values of [model.lower, model.upper, model.rowLower, model.rowUpper])
    for (const value of values) invariant(!Number.isNaN(value), 'a bound may not be NaN');
  invariant(model.starts.length === model.rows + 1, 'starts must have one entry more than there are rows');
}
