import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { RELATIONS, type Relation } from '../../../../contracts/values/measure.js';
import { KeywordItemDto } from './keyword-item.dto.js';

/** Why a number is what it is. */
export class ScoreDto {
  @ApiProperty()
  value!: number;

  @ApiPropertyOptional({ type: Number, description: 'Upper end of a range.' })
  maxValue?: number;

  @ApiProperty({ enum: RELATIONS })
  relation!: Relation;

  @ApiProperty({ example: 'demand-1' })
  formula!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What the formula was given, by name; null where the page did not show it.',
    example: { resultCount: { value: 4000, relation: 'gte' }, organicListings: 48, reviewCountsShown: 45 },
  })
  inputs!: Record<string, unknown>;
}

export class KeywordDto extends KeywordItemDto {
  @ApiPropertyOptional({ format: 'date-time', description: 'The moment that was asked for.' })
  asOf?: string;

  @ApiPropertyOptional({ description: 'True where minPosition was not reached in time.' })
  stale?: boolean;

  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(ScoreDto) },
    description: 'Every shown number that a formula gave, by metric, and `opportunity`.',
  })
  scores!: Record<string, ScoreDto>;
}
