import fc from 'fast-check';
import { scenarioDecision, type ScenarioAnswer, type ScenarioOptions, type ScenarioRule } from './scenario-rules';

function answer(table: readonly (readonly number[])[], options: ScenarioOptions = {}): ScenarioAnswer {
  const result = scenarioDecision(table, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const rule = (of: ScenarioAnswer, name: ScenarioRule) => of.rules.find((one) => one.rule === name)!;
const close = (actual: readonly number[], expected: readonly number[]) =>
  actual.forEach((figure, i) => expect(Math.abs(figure - expected[i]!)).toBeLessThan(1e-9));

describe('scenarioDecision', () => {
  // JMcDM, test/testscdm.jl (jbytecode/JMcDM 87bbb34): four actions × four scenarios, gains.
  const gains = [
    [26, 26, 18, 22],
    [22, 34, 30, 18],
    [28, 24, 34, 26],
    [22, 30, 28, 20],
  ];
  const probabilities = [0.2, 0.5, 0.2, 0.1];

  it('reproduces the four actions and four scenarios of JMcDM', () => {
    const all = answer(gains, { probabilities });
    close(rule(all, 'maximin').figures, [18, 18, 24, 20]);
    expect(rule(all, 'maximin').chosen).toEqual([2]);
    close(rule(all, 'maximax').figures, [26, 34, 34, 30]);
    expect(rule(all, 'maximax').chosen).toEqual([1, 2]);
    close(rule(all, 'expected-value').figures, [24, 29.2, 27, 27]);
    expect(rule(all, 'expected-value').chosen).toEqual([1]);
    close(rule(all, 'expected-regret').figures, [8, 2.8, 5, 5]);
    expect(rule(all, 'expected-regret').chosen).toEqual([1]);
    close(rule(all, 'savage').figures, [16, 8, 10, 6]);
    expect(rule(all, 'savage').chosen).toEqual([3]);
    close(rule(all, 'laplace').figures, [23, 26, 28, 25]);
    close(rule(all, 'hurwicz').figures, [22, 26, 29, 25]);
  });

  it('leaves out what needs probabilities when there are none, and gives only the rules asked for', () => {
    expect(answer(gains).rules.map((one) => one.rule)).toEqual(['laplace', 'maximin', 'maximax', 'hurwicz', 'savage']);
    expect(answer(gains, { rules: ['savage'] }).rules).toHaveLength(1);
  });

  it('treats costs as gains with the sign turned', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })).chain(([m, k]) =>
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: k, maxLength: k }), {
        minLength: m,
        maxLength: m,
      }),
    );
    fc.assert(
      fc.property(table, fc.constantFrom(0, 0.3, 1), (given, optimism) => {
        const asGains = answer(given, { optimism });
        const asCosts = answer(
          given.map((row) => row.map((x) => -x)),
          { optimism, direction: 'minimise' },
        );
        expect(asCosts.regrets).toEqual(asGains.regrets);
        expect(asCosts.rules.map(({ chosen }) => chosen)).toEqual(asGains.rules.map(({ chosen }) => chosen));
        const at = (name: ScenarioRule) => rule(asGains, name).figures;
        if (optimism === 0) expect(at('hurwicz')).toEqual(at('maximin'));
        if (optimism === 1) expect(at('hurwicz')).toEqual(at('maximax'));
      }),
    );
  });

  it('chooses the same by expected value and expected regret', () => {
    const answerWith = answer(gains, { probabilities });
    expect(rule(answerWith, 'expected-value').chosen).toEqual(rule(answerWith, 'expected-regret').chosen);
  });

  it('refuses what has no answer', () => {
    const codes = (table: readonly (readonly number[])[], options: ScenarioOptions = {}) => {
      const result = scenarioDecision(table, options);
      return result.ok ? [] : result.refusal.map(({ code }) => code);
    };
    expect(codes([])).toEqual(['scenario-too-few']);
    expect(codes([[1, 2], [3]])).toEqual(['scenario-row-length']);
    expect(codes([[NaN]])).toEqual(['scenario-not-finite']);
    expect(codes([[1]], { probabilities: [0.5] })).toEqual(['scenario-probabilities']);
    expect(codes([[1]], { probabilities: [0.5, 0.5] })).toEqual(['scenario-probabilities']);
    expect(codes([[1, 1]], { probabilities: [1.5, -0.5] })).toEqual(['scenario-probabilities']);
    expect(codes([[1]], { optimism: 2 })).toEqual(['scenario-optimism']);
    expect(codes([[1]], { rules: ['expected-value'] })).toEqual(['scenario-needs-probabilities']);
  });
});
