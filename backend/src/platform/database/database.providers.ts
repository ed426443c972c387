import type { FactoryProvider } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { connectOrm } from '../../../following/database/connect-orm.js';
import { LiveBuilds } from '../../../following/waiting/live-builds.js';
import { Notices } from '../../../following/waiting/notices.js';
import { ProjectionMoves } from '../../../following/waiting/projection-moves.js';
import { ProjectionWaiter } from '../../../following/waiting/projection-waiter.js';
import type { Config } from '../config/config.js';
import { reached } from '../reached.js';
import { CONFIG } from '../tokens.js';

const POOL_SIZE = 20;

/** The ORM of this process, and what readers of projections need: where the live rows are and when they moved. */
export const databaseProviders: FactoryProvider[] = [
  {
    provide: MikroORM,
    inject: [CONFIG],
    useFactory: (config: Pick<Config, 'DATABASE_URL'>) =>
      connectOrm(config.DATABASE_URL, { poolSize: POOL_SIZE }),
  },
  {
    provide: Notices,
    inject: [MikroORM],
    useFactory: (orm: MikroORM) => reached('DATABASE_URL', 'PostgreSQL', Notices.connect(orm)),
  },
  {
    provide: LiveBuilds,
    inject: [MikroORM, Notices],
    useFactory: (orm: MikroORM, notices: Notices) => LiveBuilds.listen(orm, notices),
  },
  {
    provide: ProjectionMoves,
    inject: [MikroORM, Notices],
    useFactory: (orm: MikroORM, notices: Notices) => ProjectionMoves.listen(orm, notices),
  },
  {
    provide: ProjectionWaiter,
    inject: [MikroORM, ProjectionMoves],
    useFactory: (orm: MikroORM, moves: ProjectionMoves) => new ProjectionWaiter(orm, moves),
  },
];
