import type { Language } from '@fordela/wording';

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** The answer to a stored question. Throws with the service's own words when it could not be answered. */
export async function ask<Data, Variables>(query: string, variables: Variables): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer<Data>;
  if (errors?.length) throw new Error(errors.map((error) => error.message).join(' '));
  if (!data) throw new Error(`${response.status} ${response.statusText}`);
  return data;
}

/** What the service did not do, and why. */
export interface RefusedAnswer {
  readonly refusals: readonly { readonly messageSv: string; readonly messageEn: string }[];
}

export const sentencesOf = ({ refusals }: RefusedAnswer, language: Language): readonly string[] =>
  refusals.map(({ messageSv, messageEn }) => (language === 'sv' ? messageSv : messageEn));

/** Why something was not recorded, and which field of the form it is about: names and indexes joined by dots, '' for the whole. */
export interface FieldRefusal {
  readonly code: string;
  readonly place: string;
  readonly sentence: string;
}

interface PlacedRefusals {
  readonly refusals: readonly (RefusedAnswer['refusals'][number] & {
    readonly code: string;
    readonly path: readonly string[];
  })[];
}

export const fieldRefusals = ({ refusals }: PlacedRefusals, language: Language): readonly FieldRefusal[] =>
  refusals.map(({ code, path, messageSv, messageEn }) => ({
    code,
    place: path.join('.'),
    sentence: language === 'sv' ? messageSv : messageEn,
  }));

/** A refusal where the page has no field to stand it beside. */
export const refusalError = (refused: RefusedAnswer, language: Language) =>
  new Error(sentencesOf(refused, language).join(' '));
