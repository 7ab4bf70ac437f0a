/**
 * The answers given last, by the fingerprint of what was asked. For computations that give the same answer to the same question, and
 * for nothing else. Two who ask the same at once wait for one computation. A failure is not kept.
 */
export class RecentAnswers<Answer> {
  private readonly answers = new Map<string, Promise<Answer>>();

  constructor(private readonly most: number) {}

  async get(key: string, compute: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(key);
    const answer = known ?? compute();
    // Put last: what has not been asked for longest goes first.
    this.answers.delete(key);
    this.answers.set(key, answer);
    if (this.answers.size > this.most) this.answers.delete(this.answers.keys().next().value as string);
    try {
      return await answer;
    } catch (error) {
      if (this.answers.get(key) === answer) this.answers.delete(key);
      throw error;
    }
  }
}
