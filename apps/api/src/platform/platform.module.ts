import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock';
import { Compute } from './compute/compute';
import type { Database } from './database/data-source';
import { UnitOfWork } from './database/unit-of-work';
import { HealthController } from './health.controller';
import { Ids } from './ids';

/** What the service stands on, made before it: tests hand in their own. */
export interface Platform {
  readonly database: Database;
  /** Which jobs it knows is between whoever asks and whoever made it. */
  readonly compute: Pick<Compute, 'close'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Gives every capability the ports of the platform. */
@Global()
@Module({})
export class PlatformModule {
  static on({ database, compute, clock, ids }: Platform): DynamicModule {
    const providers = [
      { provide: UnitOfWork, useValue: new UnitOfWork(database.dataSource) },
      { provide: Compute, useValue: compute },
      { provide: Clock, useValue: clock },
      { provide: Ids, useValue: ids },
    ];
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
