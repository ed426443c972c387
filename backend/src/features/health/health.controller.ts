import { Controller, Get, Header } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers, MayFail } from '../../platform/http/api-docs.js';
import { Problem } from '../../platform/http/problem.js';
import { Metrics } from '../../platform/observability/metrics.js';
import { LooksGauge } from '../../platform/queues/looks-gauge.js';
import { Access } from '../../platform/security/access.js';
import { MissingForUse } from './readiness.query.js';

const aliveSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

@ApiTags('Operations')
@Access('public')
@Controller()
export class HealthController {
  constructor(
    private readonly queries: QueryBus,
    private readonly metrics: Metrics,
    private readonly looks: LooksGauge,
  ) {}

  @Get('health/live')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Whether this process runs', operationId: 'getLiveness' })
  @Answers(200, 'It does.', aliveSchema)
  live(): z.infer<typeof aliveSchema> {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'Whether everything that a request needs is there; with the demo, its past too',
    operationId: 'getReadiness',
  })
  @Answers(200, 'It is.', aliveSchema)
  @MayFail()
  async ready(): Promise<z.infer<typeof aliveSchema>> {
    const missing = await this.queries.execute(new MissingForUse());
    if (missing.length > 0)
      throw new Problem('not-ready', `Not ready: ${missing.join('; ')}.`, [], { 'retry-after': '1' });
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Counts of this process, for Prometheus', operationId: 'getMetrics' })
  @ApiProduces('text/plain')
  @ApiResponse({
    status: 200,
    description: 'Prometheus text format.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  async prometheus(): Promise<string> {
    return this.metrics.text() + (await this.looks.text());
  }
}
