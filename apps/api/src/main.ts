import { StartUpError } from './platform/errors/start-up-error';
import { readSettings } from './platform/settings';
import { startService } from './service';

/** The service by itself, for whoever runs it without the command: settings from the environment only. */
async function main(): Promise<void> {
  const service = await startService(readSettings(process.env));
  process.stdout.write(`${service.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartUpError ? error.message : String((error as Error)?.stack ?? error)}\n`);
  process.exitCode = 1;
});
