import { RecentAnswers } from './recent-answers';

describe('the answers given last', () => {
  const counted = () => {
    let times = 0;
    return { compute: async () => (times += 1), times: () => times };
  };

  it('are computed once, also for two who ask at the same time', async () => {
    const [answers, { compute, times }] = [new RecentAnswers<number>(2), counted()];
    expect(await Promise.all([answers.get('a', compute), answers.get('a', compute)])).toEqual([1, 1]);
    expect(await answers.get('a', compute)).toBe(1);
    expect(times()).toBe(1);
  });

  it('give way to newer ones, the one not asked for longest first', async () => {
    const [answers, { compute }] = [new RecentAnswers<number>(2), counted()];
    for (const key of ['a', 'b', 'a', 'c']) await answers.get(key, compute);
    expect(await answers.get('a', compute)).toBe(1);
    expect(await answers.get('b', compute)).toBe(4);
  });

  it('are not kept when they failed', async () => {
    const answers = new RecentAnswers<number>(2);
    await expect(answers.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await answers.get('a', async () => 7)).toBe(7);
  });
});
