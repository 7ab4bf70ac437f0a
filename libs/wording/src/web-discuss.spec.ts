import { swapInWords } from './web-discuss';

const weight = (name: string, from: number, to: number) => ({ name, from, to });

describe('the smallest move of weight, in words', () => {
  it('says how much moves from which criteria to which', () => {
    const swap = { smallestMove: 0.0123, moved: [weight('A', 0.13, 0.1423), weight('B', 0.07, 0.0577)] };
    expect(swapInWords(swap, 'sv')).toBe('1,2 procentenheter vikt flyttas från ”B” till ”A”.');
    expect(swapInWords(swap, 'en')).toBe('1.2 percentage points of weight move from “B” to “A”.');
  });

  it('names every criterion that gives or takes', () => {
    const moved = [weight('A', 0.15, 0.206), weight('B', 0.1, 0.094), weight('C', 0.05, 0)];
    expect(swapInWords({ smallestMove: 0.056, moved }, 'sv')).toBe(
      '5,6 procentenheter vikt flyttas från ”B” och ”C” till ”A”.',
    );
  });

  it('never rounds a move to nothing, and says when nothing has to move or nothing would do', () => {
    const moved = [weight('A', 0.18, 0.1798), weight('B', 0.05, 0.0502)];
    expect(swapInWords({ smallestMove: 0.0002, moved }, 'sv')).toMatch(/^Mindre än 0,1 procentenheter/);
    expect(swapInWords({ smallestMove: 0, moved: [] }, 'sv')).toContain('samma poäng');
    expect(swapInWords({ smallestMove: null, moved: [] }, 'en')).toBe('No known move of weight turns them.');
  });
});
