import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { accept, invariant, refuse, type ReportFrame as ReportFrameData, type Result } from '@fordela/domain';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { productRoot } from '../platform/product-root';
import { staleness } from '../platform/staleness';
import { readReportFrame } from './report-frame';
import { ReportFrameRepository } from './report-frame.repository';
import type { ReportFrame, ReportFrameInput, StoredFrame } from './report-frame.types';

/** The report on Kraftsamla Sörmland, which the product comes with. */
const ownFile = join(productRoot, 'demo/data/report-frame.json');

/** The plan that coverage is measured against: the region's own, or the one the product comes with. */
@Injectable()
export class ReportFrameService {
  private own: ReportFrameData | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ReportFrameRepository,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<ReportFrame> {
    return this.shown(await this.unitOfWork.read((tx) => this.repository.find(tx)));
  }

  /** The saved plan; refused when it cannot be read, or when somebody else has saved one since. */
  async save({ text, expectedVersion }: ReportFrameInput): Promise<Result<ReportFrame>> {
    const read = readReportFrame(text);
    if (!read.ok) return refuse(read.refusal.map((problem) => ({ ...problem, path: ['text', ...problem.path] })));
    return this.unitOfWork.run(async (tx) => {
      await this.repository.lock(tx);
      const stale = staleness(await this.repository.find(tx), expectedVersion);
      if (stale) return refuse([stale]);
      await this.repository.save(tx, read.value, this.clock.now());
      return accept(this.shown(await this.repository.find(tx)));
    });
  }

  private shown(stored: StoredFrame | null): ReportFrame {
    return stored ? { ...stored.frame, version: stored.version } : { ...this.ownFrame(), version: null };
  }

  private ownFrame(): ReportFrameData {
    if (this.own) return this.own;
    const read = readReportFrame(readFileSync(ownFile, 'utf8'));
    invariant(read.ok, `the plan the product comes with was refused: ${JSON.stringify(read)}`);
    return (this.own = read.value);
  }
}
