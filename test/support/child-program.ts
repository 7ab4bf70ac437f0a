import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A program of `test/support/programs` in a process of its own, and what it has said so far, line by line. */
export class ChildProgram {
  readonly lines: string[] = [];
  private readonly waiting: (() => void)[] = [];
  readonly ended: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    let rest = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() as string;
      this.lines.push(...lines);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.ended = new Promise((resolve) => child.once('close', resolve));
    void this.ended.then(() => this.waiting.splice(0).forEach((wake) => wake()));
  }

  static start(program: string, args: readonly string[], options: { readonly uid?: number } = {}): ChildProgram {
    const file = join(__dirname, 'programs', program);
    const hook = join(__dirname, 'typescript-hook.cjs');
    return new ChildProgram(
      spawn(process.execPath, ['--require', hook, file, ...args], {
        ...options,
        env: process.env,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
  }

  get pid(): number {
    return this.child.pid as number;
  }

  /** Waits until there are so many lines, or the program has ended. */
  async said(count: number): Promise<readonly string[]> {
    let isOver = false;
    void this.ended.then(() => (isOver = true));
    while (this.lines.length < count && !isOver) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        void this.ended.then(() => resolve());
      });
    }
    return this.lines;
  }

  /** As a power switch would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
