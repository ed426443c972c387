import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Origin } from '../../../../contracts/events/observation/look.js';
import { RELATIONS, type Relation } from '../../../../contracts/values/measure.js';
import { ORIGINS } from '../keyword/keyword-item.dto.js';

export class CountDto {
  @ApiProperty()
  value!: number;

  @ApiPropertyOptional({ type: Number, description: 'Upper end of a range.' })
  maxValue?: number | undefined;

  @ApiProperty({ enum: RELATIONS })
  relation!: Relation;

  @ApiPropertyOptional({ type: String, description: 'exact or broad match; of one listing or a whole shop.' })
  scope?: string | undefined;
}

export class PriceDto {
  @ApiProperty({ description: 'In minor units of the currency.', example: 499 })
  minor!: number;

  @ApiPropertyOptional({ type: Number, description: 'Upper end of a range.' })
  maxMinor?: number | undefined;

  @ApiProperty({ description: 'ISO 4217.', example: 'USD' })
  currency!: string;

  @ApiProperty({ enum: RELATIONS })
  relation!: Relation;
}

export class ListingDto {
  @ApiProperty({ description: "The marketplace's own id." })
  id!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: PriceDto, nullable: true, description: 'null: the page shows none.' })
  price!: PriceDto | null;

  @ApiProperty({ type: Number, nullable: true, description: 'On a scale to 5; null: the page shows none.' })
  rating!: number | null;

  @ApiProperty({ type: CountDto, nullable: true, description: 'null: the page shows none.' })
  reviewCount!: CountDto | null;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null: the page does not let us tell.' })
  sponsored!: boolean | null;

  @ApiProperty({ description: 'Shown only because nothing matched exactly.' })
  fallback!: boolean;

  @ApiProperty({ description: '1 for the first listing of the page.' })
  place!: number;
}

export class KeywordListingsDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'null: no page was seen yet.',
  })
  observedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  source!: string | null;

  @ApiProperty({ enum: ORIGINS, nullable: true })
  origin!: Origin | null;

  @ApiProperty({ type: String, nullable: true, description: 'Address of the page.' })
  url!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The event behind it.' })
  observationId!: string | null;

  @ApiProperty({ type: CountDto, nullable: true, description: 'What the page claims.' })
  resultCount!: CountDto | null;

  @ApiProperty({ type: [ListingDto], description: 'In the order of the page.' })
  items!: ListingDto[];

  @ApiPropertyOptional({ format: 'date-time', description: 'The moment that was asked for.' })
  asOf?: string;

  @ApiPropertyOptional({ description: 'True where minPosition was not reached in time.' })
  stale?: boolean;
}
