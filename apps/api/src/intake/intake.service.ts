import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Jobs } from '../jobs';
import { Compute } from '../platform/compute/compute';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { RoundService } from '../round/round.service';
import type { CommaFiles } from './comma-files';
import { commitCommaRows, type CommaPreview } from './comma-preview';
import { ImportKeeping, type ReadFile } from './import-keeping';
import type { ImportCommitted, ImportFileInput, ImportPreview, PreviewImportInput } from './import-preview.types';
import { IntakeRepository } from './intake.repository';
import { decodeText } from './sheet/bytes';
import { commitRows } from './sheet/commit-rows';
import type { ImportPreview as SheetPreview } from './sheet/preview.types';

/** Takes spreadsheets and comma files in: first what they would do, then, when somebody has chosen, the doing. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: IntakeRepository,
    private readonly rounds: RoundService,
    private readonly compute: Compute<Jobs>,
    private readonly keeping: ImportKeeping,
  ) {}

  /** What saving the files would do; refused when they cannot be read at all. */
  async preview(input: PreviewImportInput): Promise<Result<ImportPreview>> {
    const files = readFiles(input);
    if (!files.ok) return files;
    const reading =
      input.kind === 'spreadsheet'
        ? await this.readSheet(files.value[0]!, input)
        : await this.readCommaFiles(files.value, input);
    if (!reading.ok) return reading;
    const { callId, value } = reading.value;
    return accept(await this.unitOfWork.run((tx) => this.keeping.keep(tx, input, callId, files.value, value)));
  }

  find(id: string): Promise<ImportPreview | null> {
    return this.unitOfWork.read((tx) => this.repository.preview(tx, id));
  }

  /** What was saved: all of the chosen rows, or none with every reason. */
  async commit(id: string, rowIds: readonly string[]): Promise<Result<ImportCommitted>> {
    const preview = await this.find(id);
    if (!preview) return refuse([refusal('import-unknown', ['previewId'], { id })]);
    return this.unitOfWork.run(async (tx) => {
      const { callId, kind, reading } = preview;
      await this.rounds.lock(tx, callId);
      if ((await this.repository.preview(tx, id))?.committedAt)
        return refuse([refusal('import-already-saved', ['previewId'])]);
      const current = await this.rounds.findIn(tx, callId);
      if (!current && kind === 'spreadsheet') return refuse([refusal('call-unknown', ['previewId'], { id: callId })]);
      const done =
        kind === 'spreadsheet'
          ? commitRows(reading as SheetPreview, rowIds, current!)
          : commitCommaRows(reading as CommaPreview, rowIds, current);
      if (!done.ok) return done;
      const { round, ...ids } = done.value;
      await this.rounds.saveIn(tx, round);
      await this.keeping.markCommitted(tx, id, ids);
      return accept({ callId, ...ids });
    });
  }

  private async readSheet(file: ReadFile, input: PreviewImportInput): Promise<Result<Reading>> {
    if (!input.callId) return refuse([refusal('import-call-missing', ['callId'])]);
    const round = await this.rounds.find(input.callId);
    if (!round) return refuse([refusal('call-unknown', ['callId'], { id: input.callId })]);
    const { mapping, corrections } = input;
    const options = { fileName: file.name, corrections, ...(mapping ? { mapping } : {}) };
    const value = await this.compute.run('previewSheet', { bytes: file.bytes, round, options });
    return value.ok ? accept({ callId: input.callId, value: value.value }) : value;
  }

  private async readCommaFiles(files: readonly ReadFile[], input: PreviewImportInput): Promise<Result<Reading>> {
    const current = input.callId ? await this.rounds.find(input.callId) : null;
    if (input.callId && !current) return refuse([refusal('call-unknown', ['callId'], { id: input.callId })]);
    const texts = Object.fromEntries(files.map(({ name, bytes }) => [name, decodeText(bytes).text])) as CommaFiles;
    const first = await this.compute.run('previewCommaFiles', { files: texts, current });
    if (!first.ok) return first;
    const callId = first.value.round.call.id;
    if (input.callId && callId !== input.callId)
      return refuse([refusal('import-other-call', ['files'], { call: callId, chosen: input.callId })]);
    // Files that bring a call which is stored already are read once more, over what is stored.
    const stored = input.callId ? null : await this.rounds.find(callId);
    const value = stored ? await this.compute.run('previewCommaFiles', { files: texts, current: stored }) : first;
    return value.ok ? accept({ callId, value: value.value }) : value;
  }
}

interface Reading {
  readonly callId: string;
  readonly value: object;
}

/** The bytes of the files; refused when there are none, too many, or what is sent is not base64. */
function readFiles({ kind, files }: PreviewImportInput): Result<readonly ReadFile[]> {
  if (files.length === 0 || (kind === 'spreadsheet' && files.length > 1))
    return refuse([refusal('import-file-count', ['files'], { kind, count: files.length })]);
  const problems = files.flatMap((file, index): Refusal[] => [
    ...(isBase64(file.contentBase64)
      ? []
      : [refusal('file-not-base64', ['files', index, 'contentBase64'], { name: file.name })]),
    ...(files.findIndex(({ name }) => name === file.name) === index
      ? []
      : [refusal('file-twice', ['files', index, 'name'], { name: file.name })]),
  ]);
  if (problems.length > 0) return refuse(problems);
  return accept(
    files.map(({ name, contentBase64 }: ImportFileInput) => ({
      name,
      bytes: Uint8Array.from(Buffer.from(contentBase64, 'base64')),
    })),
  );
}

const isBase64 = (text: string) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
