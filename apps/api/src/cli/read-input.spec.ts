import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from './read-input';

describe('readText', () => {
  const written = async (bytes: Uint8Array): Promise<string> => {
    const file = join(await mkdtemp(join(tmpdir(), 'fordela-')), 'problem.json');
    await writeFile(file, bytes);
    return file;
  };

  it('leaves a byte-order mark out', async () => {
    expect(await readText(await written(Buffer.from('\ufeff{"å":1}')), 'sv')).toBe('{"å":1}');
  });

  it.each(['latin1', 'utf16le'] as const)('refuses %s rather than misreading its letters', async (encoding) => {
    const file = await written(Buffer.from('\ufeff{"å":1}'.slice(encoding === 'latin1' ? 1 : 0), encoding));
    await expect(readText(file, 'sv')).rejects.toMatchObject({ lines: [expect.stringContaining('UTF-8')] });
  });
});
