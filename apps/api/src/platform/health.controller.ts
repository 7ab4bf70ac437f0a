import { Controller, Get, HttpCode, HttpException } from '@nestjs/common';
import { UnitOfWork } from './database/unit-of-work';

/** For whoever watches over the service: 200 when it can answer from its database, 503 when it cannot. */
@Controller('health')
export class HealthController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @HttpCode(200)
  async health(): Promise<{ status: 'ok' }> {
    try {
      await this.unitOfWork.read((tx) => tx.query('SELECT 1'));
      return { status: 'ok' };
    } catch {
      throw new HttpException({ status: 'database-away' }, 503);
    }
  }
}
