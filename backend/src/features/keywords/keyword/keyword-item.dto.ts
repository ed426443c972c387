import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { COUNTRIES, type Country } from '../../../../contracts/values/country.js';
import { MARKETPLACES, type Marketplace } from '../../../../contracts/values/marketplace.js';
import { KINDS, RELATIONS, type Kind, type Relation } from '../../../../contracts/values/measure.js';
import { originSchema, type Origin } from '../../../../contracts/events/observation/look.js';
import { FAILURE_REASONS, type FailureReason } from '../../../../contracts/events/observation/failed/v1.js';

export const ORIGINS = originSchema.options;

const VALUE = 'Money is in minor units of its currency.';
const RELATION =
  'How the true value stands to the number: "over 100,000" is gt, "95,000+" is gte, "< 20" is lt.';
const KIND = 'measured: read off a page; reported: a third party says so; estimated: by our formula.';
const ORIGIN = 'live: the marketplace; sandbox: our imitation of it; seed: the made-up past of the demo.';

/** A number with what it means; the base of everything that is shown. */
export class FigureDto {
  @ApiProperty({ description: VALUE, example: 1200 })
  value!: number;

  @ApiPropertyOptional({ type: Number, description: 'Upper end of a range.' })
  maxValue?: number | undefined;

  @ApiProperty({ enum: RELATIONS, description: RELATION })
  relation!: Relation;

  @ApiProperty({ enum: KINDS, description: KIND })
  kind!: Kind;
}

export class MetricDto extends FigureDto {
  @ApiPropertyOptional({ type: String, description: 'ISO 4217, for money alone.', example: 'EUR' })
  currency?: string | undefined;

  @ApiPropertyOptional({
    type: String,
    description: 'exact or broad match; of one listing or a whole shop.',
    example: 'broad',
  })
  scope?: string | undefined;

  @ApiProperty({ description: 'Where it comes from, in words.', example: 'amazon.de search page' })
  source!: string;

  @ApiProperty({ enum: ORIGINS, description: ORIGIN })
  origin!: Origin;

  @ApiProperty({ format: 'date-time', description: 'When it was so.' })
  observedAt!: string;

  @ApiProperty({ format: 'uuid', description: 'The event behind it, as in the history.' })
  observationId!: string;

  @ApiPropertyOptional({
    type: String,
    description: 'Formula and version that gave it.',
    example: 'demand-1',
  })
  formula?: string | undefined;
}

/** What is known is there; what is not known is absent, never zero. */
export class MetricsDto {
  @ApiPropertyOptional({ type: MetricDto, description: 'Searches a month.' })
  searchVolume?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto, description: 'Results that the page claims.' })
  resultCount?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto, description: 'From 0 (nobody) to 1 (a crowd of strong listings).' })
  competition?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto, description: 'Cost of a click.' })
  cpc?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto })
  averagePrice?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto })
  minPrice?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto })
  maxPrice?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto })
  rank?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto })
  reviews?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto })
  favourites?: MetricDto | undefined;

  @ApiPropertyOptional({ type: MetricDto })
  sales?: MetricDto | undefined;
}

export class OpportunityDto extends FigureDto {
  @ApiProperty({ description: 'Formula and version that gave it.', example: 'opportunity-1' })
  formula!: string;
}

export class WeekDto {
  @ApiProperty({ format: 'date', description: 'Monday of the week.', example: '2026-03-09' })
  date!: string;

  @ApiProperty({ description: 'Searches a month.' })
  value!: number;
}

export class FailedLookDto {
  @ApiProperty({ enum: FAILURE_REASONS })
  reason!: FailureReason;

  @ApiProperty({ description: 'What was seen, in one sentence.' })
  detail!: string;

  @ApiProperty({ format: 'date-time' })
  occurredAt!: string;

  @ApiProperty({ enum: MARKETPLACES })
  marketplace!: Marketplace;
}

/** A keyword on one marketplace in one country. */
export class KeywordItemDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'budget planner' })
  keyword!: string;

  @ApiProperty({ enum: MARKETPLACES })
  marketplace!: Marketplace;

  @ApiProperty({ enum: COUNTRIES })
  country!: Country;

  @ApiProperty({ type: MetricsDto })
  metrics!: MetricsDto;

  @ApiProperty({
    type: OpportunityDto,
    nullable: true,
    description: 'From 0 to 100; null where it cannot be told.',
  })
  opportunity!: OpportunityDto | null;

  @ApiProperty({ type: [WeekDto], description: 'Weekly demand, oldest first, at most 160 weeks.' })
  trend!: readonly WeekDto[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'null: nothing was seen yet.',
  })
  lastObservedAt!: string | null;

  @ApiProperty({
    type: FailedLookDto,
    nullable: true,
    description: 'The newest failed look, as long as no look has succeeded after it.',
  })
  lastFailure!: FailedLookDto | null;

  @ApiProperty({ enum: ORIGINS, isArray: true, description: `All that the numbers come from. ${ORIGIN}` })
  origins!: readonly Origin[];
}
