/** How numbers and dates are written as text in a file. Refusals name the form by its pattern. */

/** A decimal, with a point, or a fraction such as `1/3`. */
export const decimalPattern = /^\s*[+-]?(\d+(\.\d+)?([eE][+-]?\d{1,2})?|\d{1,15}\/0*[1-9]\d{0,14})\s*$/;
export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

const forms: Readonly<Record<string, string>> = {
  [String(decimalPattern)]: 'decimal',
  [String(monthPattern)]: 'month',
  [String(dayPattern)]: 'day',
};

/** The name of the form a pattern is of; undefined when it is none of these. */
export const formOfPattern = (pattern: string | undefined): string | undefined => forms[pattern ?? ''];
