/** Jobs that go wrong in every way a computation can, for the tests of the thread pool. */
export default async function run({ job, input }: { readonly job: string; readonly input: unknown }): Promise<unknown> {
  switch (job) {
    case 'echo':
      return input;
    case 'throw':
      throw new Error('a bug');
    case 'exit':
      return process.exit(7);
    case 'spin':
      for (;;);
    case 'memory': {
      const kept: number[][] = [];
      for (;;) kept.push(new Array<number>(1_000_000).fill(1.5));
    }
    default:
      throw new Error(`no job ${job}`);
  }
}
