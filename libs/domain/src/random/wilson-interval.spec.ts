import { wilsonInterval } from './wilson-interval';

describe('the Wilson interval', () => {
  it('is what the tables print', () => {
    // 0 of 10: (0, 0.2775); 5 of 10: (0.2366, 0.7634). Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263: (0.2553, 0.3662).
    expect(wilsonInterval(0, 10)[0]).toBeCloseTo(0, 12);
    expect(wilsonInterval(0, 10)[1]).toBeCloseTo(0.2775, 4);
    expect(wilsonInterval(5, 10)[0]).toBeCloseTo(0.2366, 4);
    expect(wilsonInterval(5, 10)[1]).toBeCloseTo(0.7634, 4);
    expect(wilsonInterval(81, 263)[0]).toBeCloseTo(0.2553, 4);
    expect(wilsonInterval(81, 263)[1]).toBeCloseTo(0.3662, 4);
  });

  it('mirrors itself, and says nothing without draws', () => {
    expect(wilsonInterval(10, 10)[0]).toBeCloseTo(1 - wilsonInterval(0, 10)[1], 12);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});
