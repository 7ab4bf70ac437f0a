import { Field, Float, ID, Int, registerEnumType, type ReturnTypeFunc } from '@nestjs/graphql';
import { Check, Column, PrimaryColumn, VersionColumn, type ColumnOptions } from 'typeorm';
import { snakeCase } from './database/naming';
import { Day, Json, Kronor, Moment, Month } from './graphql/scalars';

/**
 * One decorator per property of a stored thing, for both of its shapes: the column in the table and the field on the wire.
 * `hidden` properties are only stored: the keys of a row's owner, and what the wire reaches another way.
 */
interface Shape {
  readonly optional?: boolean;
  readonly key?: boolean;
}

/** All text is compared and sorted by its bytes, so that both databases and JavaScript agree on the order. */
const text: ColumnOptions = { type: 'text', collation: 'C' };

const pattern =
  (column: ColumnOptions, wire: ReturnTypeFunc) =>
  (description: string, shape: Shape = {}): PropertyDecorator =>
  (target, property) => {
    hidden(column, shape)(target, property);
    Field(wire, { description, nullable: shape.optional ?? false })(target, property);
  };

function hidden(column: ColumnOptions, { optional, key }: Shape): PropertyDecorator {
  return key ? PrimaryColumn(column as never) : Column({ ...column, nullable: optional ?? false });
}

/** An identifier of the thing itself or of what it points to. */
export const Id = pattern(text, () => ID);
export const Text = pattern(text, () => String);
export const Whole = pattern({ type: 'integer' }, () => Int);
/** A number that is measured, not counted. */
export const Decimal = pattern({ type: 'double precision' }, () => Float);
export const Flag = pattern({ type: 'boolean' }, () => Boolean);
/** Money in whole kronor. */
export const Sek = pattern({ type: 'bigint' }, () => Kronor);
export const DayOf = pattern({ type: 'date' }, () => Day);
/** A moment, as a JavaScript Date. */
export const MomentOf = pattern({ type: 'timestamp with time zone' }, () => Moment);
export const MonthOf = pattern(text, () => Month);
export const TextList = pattern({ type: 'text', array: true }, () => [String]);
export const IdList = pattern({ type: 'text', array: true }, () => [ID]);
export const JsonOf = pattern({ type: 'jsonb' }, () => Json);

/** One of a list of words, made with `words`; the table refuses any other. */
export const Word =
  (list: object, description: string, shape: Shape = {}): PropertyDecorator =>
  (target, property) => {
    pattern(text, () => list)(description, shape)(target, property);
    const allowed = Object.values<string>(list as Record<string, string>).map((word) => `'${word}'`);
    Check(`"${snakeCase(String(property))}" IN (${allowed.join(', ')})`)(target, property);
  };

/** Some of a list of words; the table refuses any other. */
export const WordList =
  (list: object, description: string): PropertyDecorator =>
  (target, property) => {
    pattern({ type: 'text', array: true }, () => [list])(description)(target, property);
    const allowed = Object.values<string>(list as Record<string, string>).map((word) => `'${word}'`);
    Check(`"${snakeCase(String(property))}" <@ ARRAY[${allowed.join(', ')}]`)(target, property);
  };

/** Stored but not on the wire. */
export const Hidden = {
  text: (shape: Shape = {}) => hidden(text, shape),
  whole: (shape: Shape = {}) => hidden({ type: 'integer' }, shape),
  kronor: (shape: Shape = {}) => hidden({ type: 'bigint' }, shape),
  data: (shape: Shape = {}) => hidden({ type: 'jsonb' }, shape),
};

/** Counts the times a thing people edit was changed: an edit names the version it was made from. */
export const Version = (): PropertyDecorator => (target, property) => {
  VersionColumn({ type: 'integer', default: 1 })(target, property);
  Field(() => Int, { description: 'How many times this was saved; an edit names the version it was made from.' })(
    target,
    property,
  );
};

/**
 * The words of a list as a GraphQL enumeration: on the wire they are the same words as in the domain, so that what is read can
 * be handed to the shared libraries as it is (a hyphen, which GraphQL does not know, becomes an underscore). Returns what `Word` and `Field` take as the type.
 */
export function words<Name extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Name, string>>,
) {
  const wire = (word: string) => word.replaceAll('-', '_');
  const list = Object.fromEntries(Object.keys(meanings).map((word) => [wire(word), word])) as Record<string, Name>;
  const valuesMap = Object.fromEntries(
    Object.entries<string>(meanings).map(([word, meaning]) => [wire(word), { description: meaning }]),
  );
  registerEnumType(list, { name, description, valuesMap });
  return list;
}
