import { jobs, type JobInput, type JobName } from './jobs';

/** What a worker thread runs: one job, its input as JSON. */
export default function run({ job, input }: { readonly job: JobName; readonly input: JobInput<JobName> }) {
  return (jobs[job] as (input: JobInput<JobName>) => unknown)(input);
}
