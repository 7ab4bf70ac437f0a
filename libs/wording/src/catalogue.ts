import type { Params } from '@fordela/domain';

/** Swedish is the source; English must match. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** One sentence in both languages, made from the figures of a refusal or finding. */
export type Wording = Readonly<Record<Language, (params: Params) => string>>;

/** Sentences by stable code. */
export type Catalogue = Readonly<Record<string, Wording>>;
