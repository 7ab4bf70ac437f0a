// Established solvers on the same models: HiGHS (npm, warm in this process, cold in one of its own), GLPK's glpsol, COIN-OR's cbc.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const capSeconds = 60;

/** The model in CPLEX LP text, which every native solver reads. */
function lpText(model) {
  const lines = ['Maximize', ' obj:'];
  const term = (a, j) => ` ${a < 0 ? '-' : '+'} ${Math.abs(a)} x${j}`;
  const wrapped = (terms) => {
    const parts = [];
    for (let k = 0; k < terms.length; k += 8) parts.push(terms.slice(k, k + 8).join(''));
    return parts.join('\n');
  };
  lines.push(wrapped(Array.from(model.objective, (c, j) => term(c, j))), 'Subject To');
  for (let i = 0; i < model.rows; i += 1) {
    const terms = [];
    for (let p = model.starts[i]; p < model.starts[i + 1]; p += 1)
      terms.push(term(model.coefficients[p], model.indices[p]));
    const [lower, upper] = [model.rowLower[i], model.rowUpper[i]];
    if (upper < Infinity) lines.push(` r${i}u:${wrapped(terms)} <= ${upper}`);
    if (lower > -Infinity) lines.push(` r${i}l:${wrapped(terms)} >= ${lower}`);
  }
  lines.push('Binary', wrapped(Array.from({ length: model.columns }, (_, j) => ` x${j}`)), 'End', '');
  return lines.join('\n');
}

/** Runs a native solver on a file it finds ready; reading it is part of its time, writing it is not. */
function native(name, argsOf, objectiveIn) {
  const version = spawnSync(name, name === 'cbc' ? ['-stop'] : ['--version'], { encoding: 'utf8' });
  if (version.error) return null;
  const found = /(?:Version:|GLPSOL.*?)\s*v?([\d.]+)/.exec(version.stdout);
  return {
    name,
    version: found?.[1] ?? 'unknown',
    /** Seconds and the optimum of each model, one process per model. */
    solve(models) {
      const folder = mkdtempSync(join(tmpdir(), 'fordela-bench-'));
      try {
        models.forEach((model, k) => writeFileSync(join(folder, `${k}.lp`), lpText(model)));
        const start = performance.now();
        const objectives = models.map((_, k) => {
          const answer = join(folder, `${k}.out`);
          const run = spawnSync(name, argsOf(join(folder, `${k}.lp`), answer), {
            encoding: 'utf8',
            timeout: (capSeconds + 5) * 1000,
          });
          return run.error ? null : objectiveIn(answer);
        });
        return { seconds: (performance.now() - start) / 1000, objectives };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

const lineOf = (file, pattern) => {
  try {
    const match = pattern.exec(readFileSync(file, 'utf8'));
    return match ? Math.abs(Math.round(Number(match[1]))) : null;
  } catch {
    return null;
  }
};

export const glpsol = () =>
  native(
    'glpsol',
    (file, answer) => ['--lp', file, '--cuts', '--tmlim', String(capSeconds), '-o', answer],
    (answer) =>
      lineOf(answer, /Status:\s+INTEGER (OPTIMAL)/) === null ? null : lineOf(answer, /Objective:\s+\S+ = (\S+)/),
  );

export const cbc = () =>
  native(
    'cbc',
    (file, answer) => [
      file,
      '-allowableGap',
      '0.999',
      '-ratioGap',
      '0',
      '-seconds',
      String(capSeconds),
      '-solve',
      '-solution',
      answer,
    ],
    (answer) => lineOf(answer, /^Optimal - objective value (\S+)/),
  );

/** HiGHS in this process: its first call loads nothing any more. */
export function highsWarm(solver) {
  return {
    name: 'highs, warm',
    version: solver.version,
    async solve(models) {
      const start = performance.now();
      const objectives = [];
      for (const model of models) {
        const answer = await solver.solve(model, { gap: 0, absoluteGap: 0.999, timeLimitSeconds: capSeconds, seed: 1 });
        objectives.push(answer.status === 'optimal' ? Math.round(answer.objective) : null);
      }
      return { seconds: (performance.now() - start) / 1000, objectives };
    },
  };
}

/** HiGHS with loading its WebAssembly anew, as the first call of a process does. */
export function highsCold(load, version) {
  return {
    name: 'highs, cold',
    version,
    async solve(models) {
      const start = performance.now();
      const { objectives } = await highsWarm(await load()).solve(models);
      return { seconds: (performance.now() - start) / 1000, objectives };
    },
  };
}
