import { statSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { checkRound, refuse, type Round } from '@fordela/domain';
import { sentence, type Language } from '@fordela/wording';
import { readCommaFilesLeniently, type CommaFiles } from '../intake/comma-files';
import { refusalOf, type CellFinding } from '../intake/intake.types';
import { commitRows, savableRowIds, type CommittedRows } from '../intake/sheet/commit-rows';
import { previewSheet } from '../intake/sheet/preview-sheet';
import { RoundService } from '../round/round.service';
import { RuleBookService } from '../rule-book/rule-book.service';
import { accepted, printAnswer } from './answer';
import { reportLines, said, type FolderReport, type SheetReport } from './import-report';
import { CommandFailure, exitCodes } from './exit-codes';
import { chosenCall, withApplication } from './open-application';
import { readBytes } from './read-input';

interface Options {
  readonly save: boolean;
  readonly all: boolean;
  readonly call?: string;
  readonly data?: string;
  readonly pretty: boolean;
  readonly lang: Language;
}

const words = {
  noCall: {
    sv: 'Det finns ingen utlysning att läsa in i. Läs in en mapp med kommafiler först.',
    en: 'There is no call to import into. Import a folder of comma files first.',
  },
  oneFolder: {
    sv: 'Ange ett kalkylark eller en mapp med kommafiler åt gången.',
    en: 'Give one spreadsheet or one folder of comma files at a time.',
  },
};

/**
 * `fordela import`: says what a spreadsheet or a folder of comma files holds, place by place, and with `--save` saves the rows
 * without remarks (with `--all` also those that need a look), all of them or none.
 */
export async function importFiles(files: readonly string[], options: Options): Promise<void> {
  const [file] = files;
  if (files.length !== 1 || file === undefined)
    throw new CommandFailure([words.oneFolder[options.lang]], exitCodes.usage);
  await withApplication(options.data, async (app) => {
    const isFolder = file !== '-' && statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
    const answer = isFolder ? await importFolder(app, file, options) : await importSheet(app, file, options);
    if (options.pretty) process.stdout.write(`${reportLines(answer, options.lang).join('\n')}\n`);
    else printAnswer(answer, false);
  });
}

async function importSheet(app: INestApplicationContext, file: string, options: Options): Promise<SheetReport> {
  const rounds = app.get(RoundService, { strict: false });
  const callId = await chosenCall(app, options.call);
  if (callId === undefined) throw new CommandFailure([words.noCall[options.lang]], exitCodes.badInput);
  const bytes = await readBytes(file, options.lang);
  const round = await rounds.load(callId);
  const preview = accepted(await previewSheet(bytes, round, { fileName: basename(file) }), file, options.lang);
  const summary = {
    file,
    call: callId,
    counts: preview.counts,
    findings: preview.findings.map((finding) => said(finding, options.lang)),
    rows: preview.rows.map((row) => ({
      row: row.row,
      application: row.applicationId,
      title: row.title,
      status: row.status,
      effect: row.effect,
      findings: row.findings.map((finding) => said(finding, options.lang)),
    })),
  };
  if (!options.save) return { ...summary, saved: null };
  const rowIds = savableRowIds(preview, { okOnly: !options.all });
  const done: CommittedRows[] = [];
  await rounds.change(callId, (current) => {
    const committed = accepted(commitRows(preview, rowIds, current ?? round), file, options.lang);
    done.push(committed);
    return committed.round;
  });
  const saved = done.map(({ createdIds, updatedIds, unchangedIds }) => ({
    created: createdIds,
    updated: updatedIds,
    unchanged: unchangedIds,
  }));
  return { ...summary, saved: saved.at(-1) ?? null };
}

async function importFolder(app: INestApplicationContext, folder: string, options: Options): Promise<FolderReport> {
  const rounds = app.get(RoundService, { strict: false });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv') && name !== 'ansokningar-sv.csv').sort();
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  const reading = readCommaFilesLeniently(Object.fromEntries(texts) as CommaFiles, {
    existing: await registers(rounds, options, app),
  });
  const errors = reading.findings.filter((finding) => finding.severity === 'error');
  const { round } = reading;
  if (!round) throw refusedFiles(errors, folder, options.lang);
  const saved = options.save ? await rounds.save(round) : null;
  const ruleBook = await app.get(RuleBookService, { strict: false }).current();
  return {
    folder,
    call: round.call.id,
    applications: round.applications.length,
    leftOut: reading.brokenApplicationIds,
    findings: reading.findings.map((finding) => said(finding, options.lang)),
    rules: checkRound(round, ruleBook, { asOf: round.call.decisionDate }).map((finding) => ({
      application: finding.applicationId,
      rule: finding.ruleId,
      severity: finding.severity,
      says: sentence(finding.code, finding.params, options.lang),
    })),
    saved,
  };
}

/** What the files may leave out: the registers and frames of a call that is already stored. */
async function registers(
  rounds: RoundService,
  options: Options,
  app: INestApplicationContext,
): Promise<Partial<Round>> {
  const callId = await chosenCall(app, options.call);
  return callId === undefined ? {} : rounds.load(callId);
}

function refusedFiles(errors: readonly CellFinding[], folder: string, language: Language): CommandFailure {
  try {
    accepted(refuse(errors.map(refusalOf)), folder, language);
  } catch (failure) {
    return failure as CommandFailure;
  }
  return new CommandFailure([folder], exitCodes.badInput);
}
