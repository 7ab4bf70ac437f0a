import {
  accept,
  at,
  fingerprint,
  lazily,
  refusal,
  refuse,
  type Path,
  type Refusal,
  type Result,
} from '@fordela/domain';
import { z } from 'zod';
import { weightSpecOf, weightSpecSchema, type WeightSpec } from '../weights/weight-spec';
import { cellFault, cellOf, cellSchema, type Cell, type CellInput } from './cell';
import {
  criterionSchema,
  directionOf,
  directionSchema,
  scaleOf,
  type Criterion,
  type CriterionInput,
  type CriterionNode,
} from './criterion';
import { plainJsonFault } from './plain-json';
import { refusalsOf } from './zod-refusals';

export const decisionProblemFormat = 'fordela/decision-problem@1';

/** Something to be chosen or ranked: an application, a car, a candidate. */
export interface Alternative {
  readonly id: string;
  readonly name: string | null;
}

/** A task as written, with its place in the file. Its options are read by the task itself. */
export interface TaskEntry {
  readonly task: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly path: Path;
}

/** A checked decision problem: ids are unique, every row is as long as there are criteria, every number is finite. */
export interface DecisionProblem {
  readonly title: string | null;
  readonly source: string | null;
  /** The criteria tree; a flat list is a tree of depth one. */
  readonly tree: readonly CriterionNode[];
  /** The leaves of the tree, in tree order. */
  readonly criteria: readonly Criterion[];
  readonly alternatives: readonly Alternative[];
  /** Alternatives × criteria, or null when the file holds no performances (a weights-only problem). */
  readonly performances: readonly (readonly Cell[])[] | null;
  /** How the file writes its table: the key, and whether rows and columns are named. */
  readonly table: { readonly key: 'matrix' | 'performances'; readonly named: boolean };
  /** Project variables by alternative id, for computed criteria. */
  readonly data: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly weights: WeightSpec | null;
  /** null: not stated. See `resolveWeights`. */
  readonly normaliseWeights: boolean | null;
  readonly tasks: readonly TaskEntry[];
  /** SHA-256 of the file as read, whatever the order of its keys. */
  readonly inputFingerprint: string;
}

const namedSchema = () =>
  z.union([z.string().min(1), z.strictObject({ id: z.string().min(1), name: z.string().optional() })]);
const tableSchema = () =>
  z.union([z.array(z.array(cellSchema())), z.record(z.string(), z.record(z.string(), cellSchema()))]);

/** The file as a zod schema; what the published JSON Schema is made from. */
export const decisionProblemSchema = /* @__PURE__ */ lazily(() =>
  z.strictObject({
    $schema: z.string().optional(),
    format: z.literal(decisionProblemFormat).optional(),
    title: z.string().optional(),
    source: z.string().optional(),
    criteria: z.array(z.union([z.string().min(1), criterionSchema()])).optional(),
    types: z.array(directionSchema()).optional(),
    alternatives: z.array(namedSchema()).optional(),
    performances: tableSchema().optional(),
    matrix: z.array(z.array(cellSchema())).optional(),
    data: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.null()]))).optional(),
    weights: weightSpecSchema().optional(),
    normaliseWeights: z.boolean().optional(),
    tasks: z.array(z.looseObject({ task: z.string().min(1) })).optional(),
  }),
);
export type DecisionProblemInput = z.infer<ReturnType<typeof decisionProblemSchema>>;

/** The place of a performance in the file. */
export function cellPath({ table, alternatives, criteria }: DecisionProblem, row: number, column: number): Path {
  return table.named ? [table.key, at(alternatives, row).id, at(criteria, column).id] : [table.key, row, column];
}

/** Reads a decision problem from JSON. Refusals carry the place in the file. */
export function parseDecisionProblem(input: unknown): Result<DecisionProblem> {
  const fault = plainJsonFault(input);
  if (fault) return refuse([fault]);
  const parsed = decisionProblemSchema().safeParse(input, { reportInput: true });
  if (!parsed.success) return refuse(refusalsOf(parsed.error));
  return new Reading(parsed.data).problem(fingerprint(input));
}

/** One reading of a file: collects every refusal instead of stopping at the first. */
class Reading {
  private readonly refusals: Refusal[] = [];

  constructor(private readonly file: DecisionProblemInput) {}

  problem(inputFingerprint: string): Result<DecisionProblem> {
    const { tree, criteria } = this.criteria();
    const alternatives = this.alternatives();
    const performances = this.performances(alternatives, criteria);
    for (const id of Object.keys(this.file.data ?? {}))
      if (!alternatives.some((alternative) => alternative.id === id))
        this.refuse(refusal('problem-unknown-alternative', ['data', id], { id }));
    const tasks = (this.file.tasks ?? [{ task: 'additive-value' }]).map(({ task, ...options }, index) => ({
      task,
      options,
      path: ['tasks', index],
    }));
    if (this.refusals.length > 0) return refuse(this.refusals);
    return accept({
      title: this.file.title ?? null,
      source: this.file.source ?? null,
      tree,
      criteria,
      alternatives,
      performances,
      table: {
        key: this.file.matrix ? 'matrix' : 'performances',
        named: !this.file.matrix && !Array.isArray(this.file.performances),
      },
      data: this.file.data ?? {},
      weights: this.file.weights === undefined ? null : weightSpecOf(this.file.weights),
      normaliseWeights: this.file.normaliseWeights ?? null,
      tasks,
      inputFingerprint,
    });
  }

  private refuse(found: Refusal): void {
    this.refusals.push(found);
  }

  /** The width of the table when criteria are not named: of its first row, or of the list of types. */
  private width(): number {
    const rows = this.file.matrix ?? (Array.isArray(this.file.performances) ? this.file.performances : undefined);
    return rows?.[0]?.length ?? this.file.types?.length ?? 0;
  }

  private criteria(): { tree: CriterionNode[]; criteria: Criterion[] } {
    const written: readonly (string | CriterionInput)[] =
      this.file.criteria ?? this.namedByTable() ?? Array.from({ length: this.width() }, (_, index) => `c${index + 1}`);
    const leaves: { criterion: CriterionInput; groupIds: string[]; path: Path }[] = [];
    const seen = new Set<string>();
    const visit = (input: string | CriterionInput, groupIds: string[], path: Path): CriterionNode => {
      const node: CriterionInput = typeof input === 'string' ? { id: input } : input;
      if (seen.has(node.id)) this.refuse(refusal('problem-duplicate-id', path, { id: node.id }));
      seen.add(node.id);
      if (node.children) this.checkGroup(node, path);
      else leaves.push({ criterion: node, groupIds, path });
      const children = (node.children ?? []).map((child, index) =>
        visit(child, [...groupIds, node.id], [...path, 'children', index]),
      );
      const childWeights = node.childWeights === undefined ? null : weightSpecOf(node.childWeights);
      return { id: node.id, name: node.name ?? null, weight: node.weight ?? null, childWeights, children, path };
    };
    const tree = written.map((input, index) => visit(input, [], ['criteria', index]));
    const types = this.file.types;
    if (types && types.length !== leaves.length)
      this.refuse(refusal('problem-wrong-length', ['types'], { length: types.length, expected: leaves.length }));
    return {
      tree,
      criteria: leaves.map(({ criterion, groupIds, path }, index) =>
        this.leaf(criterion, groupIds, path, types?.[index]),
      ),
    };
  }

  private namedByTable(): string[] | undefined {
    const rows = this.file.performances;
    if (!rows || Array.isArray(rows)) return undefined;
    return [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  }

  private checkGroup(node: CriterionInput, path: Path): void {
    for (const key of ['direction', 'value', 'scale', 'formula', 'unit'] as const)
      if (node[key] !== undefined)
        this.refuse(refusal('problem-group-is-not-measured', [...path, key], { id: node.id, key }));
  }

  private leaf(
    input: CriterionInput,
    groupIds: string[],
    path: Path,
    type: NonNullable<DecisionProblemInput['types']>[number] | undefined,
  ): Criterion {
    if (input.childWeights !== undefined)
      this.refuse(refusal('problem-leaf-has-child-weights', [...path, 'childWeights'], { id: input.id }));
    if (input.direction !== undefined && type !== undefined && directionOf(input.direction) !== directionOf(type))
      this.refuse(refusal('problem-direction-conflict', [...path, 'direction'], { id: input.id }));
    const scale = input.scale === undefined ? null : scaleOf(input.scale);
    if (scale && !(scale.min < scale.max))
      this.refuse(refusal('problem-scale-empty', [...path, 'scale'], { id: input.id }));
    return {
      id: input.id,
      name: input.name ?? null,
      direction: directionOf(input.direction ?? type ?? 'maximise'),
      groupIds,
      value: input.value ?? null,
      scale,
      formula: input.formula ?? null,
      unit: input.unit ?? null,
      path,
    };
  }

  private alternatives(): Alternative[] {
    const table = this.file.matrix ?? this.file.performances;
    const fallback = Array.isArray(table)
      ? table.map((_, index) => `a${index + 1}`)
      : Object.keys(table ?? this.file.data ?? {});
    const alternatives = (this.file.alternatives ?? fallback).map((input) =>
      typeof input === 'string' ? { id: input, name: null } : { id: input.id, name: input.name ?? null },
    );
    const seen = new Set<string>();
    alternatives.forEach(({ id }, index) => {
      if (seen.has(id)) this.refuse(refusal('problem-duplicate-id', ['alternatives', index], { id }));
      seen.add(id);
    });
    return alternatives;
  }

  private performances(alternatives: readonly Alternative[], criteria: readonly Criterion[]): Cell[][] | null {
    if (this.file.matrix && this.file.performances) this.refuse(refusal('problem-two-tables', ['matrix']));
    const key = this.file.matrix ? 'matrix' : 'performances';
    const table = this.file.matrix ?? this.file.performances;
    const computed = criteria.some((criterion) => criterion.formula !== null);
    if (table === undefined) return computed ? alternatives.map(() => criteria.map(() => ({ kind: 'missing' }))) : null;
    return Array.isArray(table)
      ? this.rows(table, key, alternatives, criteria)
      : this.namedRows(table, alternatives, criteria);
  }

  private rows(
    table: CellInput[][],
    key: string,
    alternatives: readonly Alternative[],
    criteria: readonly Criterion[],
  ) {
    if (table.length !== alternatives.length)
      this.refuse(refusal('problem-wrong-length', [key], { length: table.length, expected: alternatives.length }));
    return table.map((row, i) => {
      if (row.length !== criteria.length)
        this.refuse(refusal('problem-wrong-length', [key, i], { length: row.length, expected: criteria.length }));
      return row.map((cell, j) => this.cell(cell, [key, i, j]));
    });
  }

  private namedRows(
    table: Record<string, Record<string, CellInput>>,
    alternatives: readonly Alternative[],
    criteria: readonly Criterion[],
  ) {
    for (const [id, row] of Object.entries(table)) {
      if (!alternatives.some((alternative) => alternative.id === id))
        this.refuse(refusal('problem-unknown-alternative', ['performances', id], { id }));
      for (const criterionId of Object.keys(row))
        if (!criteria.some((criterion) => criterion.id === criterionId))
          this.refuse(refusal('problem-unknown-criterion', ['performances', id, criterionId], { id: criterionId }));
    }
    return alternatives.map(({ id }) =>
      criteria.map((criterion) => this.cell(table[id]?.[criterion.id] ?? null, ['performances', id, criterion.id])),
    );
  }

  private cell(input: CellInput, path: Path): Cell {
    const fault = cellFault(input);
    if (fault) this.refuse(refusal('problem-uncertain-cell', path, { fault }));
    return cellOf(input);
  }
}
