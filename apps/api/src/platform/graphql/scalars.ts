import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function scalar<T>(name: string, description: string, read: (value: unknown) => T): GraphQLScalarType<T, T> {
  return new GraphQLScalarType<T, T>({
    name,
    description,
    serialize: read,
    parseValue: read,
    parseLiteral: (node, variables) => read(literalValue(node, variables)),
  });
}

/** A written number keeps its digits as text, so that one beyond exact whole numbers is seen before it is rounded. */
function literalValue(node: ValueNode, variables?: Record<string, unknown> | null): unknown {
  switch (node.kind) {
    case Kind.INT:
      return BigInt(node.value);
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map((value) => literalValue(value, variables));
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, literalValue(field.value, variables)]));
    case Kind.VARIABLE:
      return variables?.[node.name.value];
  }
}

/** Whole kronor. */
export const Kronor = scalar(
  'Kronor',
  'Money in whole kronor: a whole number between −(2^53 − 1) and 2^53 − 1. Fractions, larger numbers and text are refused.',
  (value) => {
    const amount = typeof value === 'bigint' ? Number(value) : value;
    if (typeof amount !== 'number' || !Number.isSafeInteger(amount))
      throw new GraphQLError(`Kronor must be a whole number within ±(2^53 − 1), got ${describe(value)}.`);
    return Object.is(amount, -0) ? 0 : amount;
  },
);

/** A calendar day. */
export const Day = scalar('Day', 'A calendar day without time or zone, `YYYY-MM-DD`.', (value) => {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  const time = match ? Date.parse(`${value as string}T00:00:00Z`) : NaN;
  // Date.parse accepts 31 February in no engine, but the round trip also refuses what it would carry over.
  if (!match || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new GraphQLError(`A day is written YYYY-MM-DD, got ${describe(value)}.`);
  return value as string;
});

/** A calendar month. */
export const Month = scalar('Month', 'A calendar month, `YYYY-MM`.', (value) => {
  if (typeof value !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])$/.test(value))
    throw new GraphQLError(`A month is written YYYY-MM, got ${describe(value)}.`);
  return value;
});

/** A moment in time, as JSON has it. */
export const Moment = scalar('Moment', 'A moment in time in UTC, ISO 8601: `2026-06-01T12:00:00.000Z`.', (value) => {
  const moment = value instanceof Date ? value : typeof value === 'string' ? new Date(value) : null;
  if (!moment || Number.isNaN(moment.getTime()))
    throw new GraphQLError(`A moment is written in ISO 8601, got ${describe(value)}.`);
  return moment.toISOString();
});

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') {
    if (!Number.isSafeInteger(Number(value))) throw new GraphQLError(`${value} is beyond exact whole numbers.`);
    return Number(value);
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object' && !(value instanceof Date))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value;
}

/** Anything JSON can hold. */
export const Json = scalar(
  'Json',
  'Any JSON value: problems and results in the formats of docs/formats, and the figures of a refusal.',
  plain,
);

function describe(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value)).slice(0, 60);
}
