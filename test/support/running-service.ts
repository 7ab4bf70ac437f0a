import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The built product as its users run it: `fordela serve` on a free port and a data folder of its own. */
export class RunningService {
  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
  ) {}

  /** Starts the service and waits until it has printed its address. Rejects with all it said when it ends before that. */
  static start(dataFolder: string): Promise<RunningService> {
    const child = spawn(process.execPath, ['bin/fordela.mjs', 'serve', '--port', '0', '--data', dataFolder], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Promise((started, failed) => {
      let said = '';
      const listen = (chunk: Buffer) => {
        said += chunk.toString();
        const url = /http:\/\/[\w.]+:\d+/.exec(said)?.[0];
        if (url) started(new RunningService(url, child));
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', (code) => failed(new Error(`the service ended with ${code}: ${said}`)));
    });
  }

  /** Asks it to stop and waits until it has. */
  stop(): Promise<void> {
    return new Promise((stopped) => {
      this.process.once('exit', () => stopped());
      this.process.kill('SIGTERM');
    });
  }
}
