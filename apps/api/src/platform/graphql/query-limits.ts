import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { AppError } from '../errors/app-error';
import { largestPage } from './page';

/** Levels of fields below the root. Our deepest screen uses 9; a reader can go round actor → projects → partners a few times. */
export const deepestQuery = 15;
/** Fields a query may come to, every list taken at its length or at an assumed one. */
export const largestQuery = 250_000;
const assumedListLength = 5;

interface Measure {
  readonly cost: number;
  readonly depth: number;
}

/** How deep a checked query goes and how many fields it may come to. A field says what it costs itself as `complexity` (1). */
export function measureQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Readonly<Record<string, unknown>>,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const operation = document.definitions.find(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (operationName === null || definition.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return { cost: 0, depth: 0 };
  const root = schema.getRootType(operation.operation);
  return root ? ofSelection(operation.selectionSet, root) : { cost: 0, depth: 0 };

  function ofSelection(selectionSet: SelectionSetNode, type: GraphQLCompositeType): Measure {
    let [cost, depth] = [0, 0];
    for (const selection of selectionSet.selections) {
      let part: Measure;
      if (selection.kind === Kind.FIELD) part = ofField(selection, type);
      else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;
        const on = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
        part = on && isCompositeType(on) ? ofSelection(fragment.selectionSet, on) : { cost: 0, depth: 0 };
      }
      cost += part.cost;
      depth = Math.max(depth, part.depth);
    }
    return { cost, depth };
  }

  function ofField(node: FieldNode, type: GraphQLCompositeType): Measure {
    const name = node.name.value;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    // `__typename` and the schema's description of itself are free.
    if (!field) return { cost: 0, depth: 0 };
    const own = typeof field.extensions['complexity'] === 'number' ? field.extensions['complexity'] : 1;
    const inner = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(inner)) return { cost: own, depth: 1 };
    const children = ofSelection(node.selectionSet, inner);
    return { cost: own + children.cost * lengthOf(node, field.type), depth: children.depth + 1 };
  }

  function lengthOf(node: FieldNode, type: GraphQLOutputType): number {
    const first = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    if (first?.kind === Kind.INT) return clamp(Number(first.value));
    if (first?.kind === Kind.VARIABLE) return clamp(Number(variables[first.name.value] ?? largestPage));
    const bare = isNonNullType(type) ? type.ofType : type;
    return isListType(bare) ? assumedListLength : 1;
  }
}

const clamp = (first: number) => Math.min(Math.max(Number.isFinite(first) ? first : largestPage, 1), largestPage);

/** Refuses a query that goes too deep or could come to too much, before any of it is run. */
export function queryLimits(): ApolloServerPlugin {
  return {
    async requestDidStart({ schema }) {
      return {
        async didResolveOperation({ document, operationName, request }) {
          const { cost, depth } = measureQuery(schema, document, operationName, request.variables ?? {});
          if (depth > deepestQuery) throw new AppError('BAD_INPUT', 'query-too-deep', { depth, limit: deepestQuery });
          if (cost > largestQuery) throw new AppError('BAD_INPUT', 'query-too-large', { cost, limit: largestQuery });
        },
      };
    },
  };
}
