import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { invariant } from '@fordela/domain';
import { CallService } from './call/call.service';
import { loadDemoFollowUp } from './demo-follow-up';
import { readCommaFiles } from './intake/comma-files';
import { Clock } from './platform/clock';
import { dayOf } from './platform/day';
import { productRoot } from './platform/product-root';
import { RoundService } from './round/round.service';

/** The demonstration portfolio's comma files, in the checkout. */
const demoFolder = join(productRoot, 'demo/data');

/**
 * Loads the fictitious demonstration portfolio into a database that has no call yet. Its call is marked as an example.
 * Returns true when it was loaded.
 */
export async function loadDemo(app: INestApplicationContext, folder: string = demoFolder): Promise<boolean> {
  const calls = await app.get(CallService, { strict: false }).calls();
  if (calls.length > 0) return false;
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv') && name !== 'ansokningar-sv.csv');
  const round = readCommaFiles(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
  invariant(round.ok, `the demonstration portfolio was refused: ${round.ok ? '' : JSON.stringify(round.refusal)}`);
  invariant(round.value.call.isExample, 'the demonstration portfolio must be marked as an example');
  await app.get(RoundService, { strict: false }).save(round.value);
  const followUp = join(folder, 'follow-up.json');
  const today = dayOf(app.get(Clock, { strict: false }).now());
  if (existsSync(followUp)) await loadDemoFollowUp(app, followUp, today);
  return true;
}
