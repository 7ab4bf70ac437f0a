import { categoryColours, contrastRatio, ink, ownerGroupColours, paper, softInk } from './palette';

describe('the palette', () => {
  it('gives black on white the textbook ratio', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 10);
  });

  it.each([...categoryColours, ...Object.values(ownerGroupColours), ink, softInk])(
    '%s can be read on white',
    (colour) => {
      expect(contrastRatio(colour, paper)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
