import { Controller, Get, NotFoundException, Param, StreamableFile } from '@nestjs/common';
import { AppError } from '../platform/errors/app-error';
import { exportFormats, ExportService, type ExportFormat } from './export.service';

/** Files to download: `/export/CALL.csv`, `.xlsx` (the officer's spreadsheet) and `.zip` (all the comma files). */
@Controller('export')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  @Get(':callId.:format')
  async download(@Param('callId') callId: string, @Param('format') format: string): Promise<StreamableFile> {
    const known = exportFormats.find((name): name is ExportFormat => name === format);
    if (!known) throw new NotFoundException();
    const file = await this.exports.file(callId, known).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'NOT_FOUND') throw new NotFoundException();
      throw error;
    });
    return new StreamableFile(file.bytes, {
      type: file.mediaType,
      disposition: `attachment; filename="${file.name}"`,
      length: file.bytes.length,
    });
  }
}
