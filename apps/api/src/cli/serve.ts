import type { Language } from '@fordela/wording';
import { startService } from '../service';
import { readSettings } from '../platform/settings';
import { explainingStartUp } from './start-up';

interface Options {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
  readonly lang: Language;
}

const words = {
  running: {
    sv: (url: string) => `Fördela kör på ${url}`,
    en: (url: string) => `Fördela is running at ${url}`,
  },
  signIn: {
    sv: 'Ingen inloggning krävs ännu. Tjänsten lyssnar bara på den här datorn om inget annat sägs (--host).',
    en: 'No sign-in is needed yet. The service listens to this computer only unless told otherwise (--host).',
  },
  demo: {
    sv: 'Exempelportföljen är påhittad och märkt så på varje sida.',
    en: 'The demonstration portfolio is fictitious and marked so on every page.',
  },
  embedded: {
    sv: (folder: string) => `Inbyggd databas i ${folder}: en dator, en process. För fler: DATABASE_URL=postgres://…`,
    en: (folder: string) =>
      `Embedded database in ${folder}: one computer, one process. For more: DATABASE_URL=postgres://…`,
  },
  server: { sv: 'Databas: servern i DATABASE_URL.', en: 'Database: the server of DATABASE_URL.' },
  stop: { sv: 'Stoppa med Ctrl+C.', en: 'Stop with Ctrl+C.' },
};

/** `fordela serve`: starts the service, says where it is, and stops in good order when asked to. */
export async function serve(options: Options): Promise<void> {
  const settings = explainingStartUp.sync(() =>
    readSettings(process.env, { dataFolder: options.data, host: options.host, port: options.port }),
  );
  const service = await explainingStartUp(() => startService(settings));
  const { lang } = options;
  const { database } = settings;
  const lines = [
    words.running[lang](service.url),
    words.signIn[lang],
    ...(settings.demo ? [words.demo[lang]] : []),
    database.kind === 'folder' ? words.embedded[lang](database.folder) : words.server[lang],
    words.stop[lang],
  ];
  process.stdout.write(`\n${lines.join('\n')}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      service.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String((error as Error)?.stack ?? error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
