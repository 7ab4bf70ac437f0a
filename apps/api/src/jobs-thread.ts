import { jobs } from './jobs';

/** What a worker thread runs: one job, its input as JSON. */
export default function run({ job, input }: { readonly job: keyof typeof jobs; readonly input: unknown }): unknown {
  return (jobs[job] as (input: unknown) => unknown)(input);
}
