import type { INestApplicationContext } from '@nestjs/common';
import { CallService } from '../call/call.service';
import { loadDemo } from '../demo';
import { readSettings } from '../platform/settings';
import { createApplication, openPlatform } from '../service';
import { explainingStartUp } from './start-up';

/** Runs a piece of work with the whole service on the settings' database, and closes it again. */
export async function withApplication<Value>(
  dataFolder: string | undefined,
  work: (app: INestApplicationContext) => Promise<Value>,
): Promise<Value> {
  const settings = explainingStartUp.sync(() => readSettings(process.env, { dataFolder }));
  const platform = await explainingStartUp(() => openPlatform(settings));
  try {
    const app = await createApplication(platform, null);
    await app.init();
    try {
      if (settings.demo) await loadDemo(app);
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await platform.close();
  }
}

/** The call that was asked for, or else the last; undefined when there is none. */
export async function chosenCall(app: INestApplicationContext, call: string | undefined): Promise<string | undefined> {
  return call ?? (await app.get(CallService, { strict: false }).calls()).at(-1)?.id;
}
