import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Config } from '../../platform/config/config.js';
import { Answers, MayFail } from '../../platform/http/api-docs.js';
import { Access } from '../../platform/security/access.js';
import { CONFIG } from '../../platform/tokens.js';
import { PRODUCT_VERSION } from '../../platform/version.js';

const statusSchema = z
  .object({
    marketplaces: z.enum(['sandbox', 'live']).describe('sandbox: local pages that imitate the marketplaces.'),
    demo: z.boolean().describe('The made-up past of the demo is in here.'),
    version: z.string(),
  })
  .meta({ id: 'Status' });

@ApiTags('Operations')
@Access('public')
@Controller('status')
export class StatusController {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'MARKETPLACES' | 'DEMO'>) {}

  @Get()
  @ApiOperation({
    summary: 'What this installation is: simulated or live, demo or not',
    operationId: 'getStatus',
  })
  @Answers(200, 'The status.', statusSchema)
  @MayFail()
  status(): z.infer<typeof statusSchema> {
    return { marketplaces: this.config.MARKETPLACES, demo: this.config.DEMO, version: PRODUCT_VERSION };
  }
}
