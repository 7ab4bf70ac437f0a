/**
 * Colours as plain attributes, never CSS variables: the same SVG goes to the screen, to print and to a document.
 * Every category colour reaches 4.5:1 against white (WCAG 1.4.3), held by `palette.spec.ts`; a category is also told apart
 * by its label or place, never by colour alone.
 */
export const ink = '#1a2b34';
export const softInk = '#4a5c66';
export const rule = '#c9d2d6';
export const paper = '#ffffff';

/** Eight category colours, in the order they are used. */
export const categoryColours = [
  '#0b5c7d',
  '#9a4a12',
  '#3f6b21',
  '#6b3f8c',
  '#8a2846',
  '#5a5f12',
  '#1f5fbf',
  '#6d4b34',
] as const;

/** The colour of the n-th category; from the ninth on they repeat. */
export function categoryColour(index: number): string {
  return categoryColours[index % categoryColours.length] as string;
}

/** Owner groups keep their colours everywhere. */
export const ownerGroupColours = { region_own: '#0b5c7d', municipal: '#3f6b21', other: '#9a4a12' } as const;

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16) / 255);
  const [red, green, blue] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (red as number) + 0.7152 * (green as number) + 0.0722 * (blue as number);
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21. Source: WCAG 2.2, definition of contrast ratio. */
export function contrastRatio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
