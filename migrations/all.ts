import { Foundation1764000000000 } from './1764000000000-foundation';

/** Every step of the schema, oldest first. A step that has been shared is never edited: a change is a new step. */
export const migrations = [Foundation1764000000000];
