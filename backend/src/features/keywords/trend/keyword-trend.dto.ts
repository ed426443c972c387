import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { z } from 'zod';
import { FAILURE_REASONS, type FailureReason } from '../../../../contracts/events/observation/failed/v1.js';
import type { Origin } from '../../../../contracts/events/observation/look.js';
import { KINDS, METRICS, RELATIONS, type Kind, type Relation } from '../../../../contracts/values/measure.js';
import { Field } from '../../../platform/http/field.js';
import { AsOfQuery } from '../keyword/as-of.dto.js';
import { ORIGINS } from '../keyword/keyword-item.dto.js';
import { INTERVALS, type Interval } from '../projection/buckets.js';
import { sinceSchema, untilSchema } from '../../../platform/http/moments.js';
import { UNITS, type Unit } from './units.js';

export const TREND_METRICS = [...METRICS, 'opportunity'] as const;
export type TrendMetric = (typeof TREND_METRICS)[number];

export class KeywordTrendQuery extends AsOfQuery {
  @Field(z.enum(TREND_METRICS), {
    description: 'What to show over time.',
    required: false,
    documented: { default: 'searchVolume' },
  })
  metric: TrendMetric = 'searchVolume';

  @Field(z.enum(INTERVALS), {
    description: 'One value for each day, week (from Monday) or month, in UTC.',
    required: false,
    documented: { default: 'week' },
  })
  interval: Interval = 'week';

  @Field(sinceSchema, {
    description: 'From this date or moment on.',
    required: false,
    example: '2026-01-01',
    documented: { type: 'string' },
  })
  from?: string;

  @Field(untilSchema, {
    description: 'Until this date (its end) or moment.',
    required: false,
    example: '2026-03-31',
    documented: { type: 'string' },
  })
  to?: string;
}

export class TrendPointDto {
  @ApiProperty({ format: 'date', description: 'First day of the interval.', example: '2026-03-09' })
  date!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'null for a failed look, which is not a zero.' })
  value!: number | null;

  @ApiPropertyOptional({ type: Number, description: 'Upper end of a range.' })
  maxValue?: number | undefined;

  @ApiPropertyOptional({ enum: RELATIONS, description: 'There where there is a value.' })
  relation?: Relation;

  @ApiProperty({ enum: [...KINDS, 'failed'] })
  kind!: Kind | 'failed';

  @ApiPropertyOptional({ enum: FAILURE_REASONS, description: 'Why the look failed.' })
  reason?: FailureReason;

  @ApiPropertyOptional({ description: 'What was seen when the look failed.' })
  detail?: string;

  @ApiProperty({ format: 'date-time', description: 'When it was so.' })
  observedAt!: string;

  @ApiPropertyOptional({ description: 'Where it comes from; not for opportunity, which comes from two.' })
  source?: string;

  @ApiPropertyOptional({ enum: ORIGINS })
  origin?: Origin;

  @ApiPropertyOptional({ format: 'uuid', description: 'The event behind it.' })
  observationId?: string;

  @ApiPropertyOptional({ example: 'demand-1' })
  formula?: string;
}

export class KeywordTrendDto {
  @ApiProperty({ enum: TREND_METRICS })
  metric!: TrendMetric;

  @ApiProperty({ enum: UNITS })
  unit!: Unit;

  @ApiPropertyOptional({
    description: 'For money: the currency of the newest value; points in others are left out.',
  })
  currency?: string;

  @ApiProperty({ enum: INTERVALS })
  interval!: Interval;

  @ApiProperty({
    type: [TrendPointDto],
    description: 'Oldest first; intervals without an observation have no point.',
  })
  points!: TrendPointDto[];

  @ApiPropertyOptional({ format: 'date-time', description: 'The moment that was asked for.' })
  asOf?: string;

  @ApiPropertyOptional({ description: 'True where minPosition was not reached in time.' })
  stale?: boolean;
}
