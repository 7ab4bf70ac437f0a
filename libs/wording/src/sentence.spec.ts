import { placeText, refusalLine, sentence } from './sentence';

describe('sentences', () => {
  it('names a place the way people count rows', () => {
    expect(placeText(['projects', 3, 'cost'])).toBe('projects[4].cost');
    expect(placeText([])).toBe('');
  });

  it('shows a code without a sentence rather than hiding it', () => {
    expect(sentence('no-such-code', { sum: 5 }, 'sv')).toBe('no-such-code {"sum":5}');
  });

  it('puts place, sentence and code on one line', () => {
    const line = refusalLine(
      { code: 'problem-unknown-task', path: ['tasks', 0], params: { task: 'x', choices: ['y'] } },
      'en',
    );
    expect(line).toMatch(/^tasks\[1\]: There is no task .x.\. .* \[problem-unknown-task\]$/);
  });
});
