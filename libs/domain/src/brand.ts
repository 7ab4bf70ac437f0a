declare const brand: unique symbol;

/** A type that only its own constructor function can make. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
