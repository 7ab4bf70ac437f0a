import { resolve } from 'node:path';
import { StartUpError } from './errors/start-up-error';
import type { DatabaseTarget } from './database/data-source';

/** How the service runs; read once at the door. */
export interface Settings {
  readonly database: DatabaseTarget;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Load the demonstration portfolio into a database without calls. */
  readonly demo: boolean;
}

/** What the command line may say instead of the environment. */
export interface SettingOverrides {
  readonly dataFolder?: string;
  readonly host?: string;
  readonly port?: string;
}

/**
 * The settings out of the environment: DATABASE_URL or FORDELA_DATA (`data`), HOST (127.0.0.1), PORT (3000), FORDELA_DEMO (yes, no).
 * A folder given on the command line wins over DATABASE_URL, since it was asked for here and now.
 * Errors  StartUpError `setting-invalid`, which names the setting.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  overrides: SettingOverrides = {},
): Settings {
  const url = environment['DATABASE_URL'];
  const folder = overrides.dataFolder ?? (url ? null : environment['FORDELA_DATA'] || 'data');
  return {
    database: folder === null ? { kind: 'server', url: url as string } : { kind: 'folder', folder: resolve(folder) },
    host: overrides.host ?? (environment['HOST'] || '127.0.0.1'),
    port: portOf(overrides.port ?? (environment['PORT'] || '3000')),
    demo: yesOrNo('FORDELA_DEMO', environment['FORDELA_DEMO'] || 'yes'),
  };
}

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (!(port <= 65535)) throw new StartUpError('setting-invalid', { name: 'PORT', value, expected: '0–65535' });
  return port;
}

function yesOrNo(name: string, value: string): boolean {
  if (value === 'yes' || value === 'no') return value === 'yes';
  throw new StartUpError('setting-invalid', { name, value, expected: 'yes, no' });
}
