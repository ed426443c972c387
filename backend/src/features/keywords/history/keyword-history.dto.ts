import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Origin } from '../../../../contracts/events/observation/look.js';
import { PageQuery } from '../../../platform/http/paging.dto.js';
import { AsOfField } from '../keyword/as-of.dto.js';
import { ORIGINS } from '../keyword/keyword-item.dto.js';

export class KeywordHistoryQuery extends PageQuery {
  @AsOfField()
  asOf?: string;
}

export class HistoryEventDto {
  @ApiProperty({ format: 'uuid' })
  eventId!: string;

  @ApiProperty({ example: 'observation.KeywordObserved.v1' })
  type!: string;

  @ApiProperty({ format: 'date-time', description: 'When it was so.' })
  occurredAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When we wrote it down.' })
  recordedAt!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where it comes from, in words; null for a retraction.',
  })
  source!: string | null;

  @ApiProperty({ enum: ORIGINS, nullable: true, description: 'null for a retraction.' })
  origin!: Origin | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The event as the reference describes it.',
  })
  data!: Record<string, unknown>;

  @ApiProperty({ example: 'observation-7f1c6f0e-52a7-5c35-9a63-0f2d7e6b1c40' })
  stream!: string;

  @ApiProperty({ description: 'Place in the stream, 0 for its first event.' })
  revision!: number;

  @ApiProperty({ description: 'Place in the whole log.', example: '1042' })
  position!: string;

  @ApiProperty({ description: 'It counts no more; the retraction stands in the history too.' })
  retracted!: boolean;
}

export class KeywordHistoryDto {
  @ApiProperty({
    type: [HistoryEventDto],
    description: 'Newest first, by the order in which they were recorded.',
  })
  items!: HistoryEventDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Give it as `cursor` for the next page; null: the end.',
  })
  nextCursor!: string | null;

  @ApiPropertyOptional({ description: 'True where minPosition was not reached in time.' })
  stale?: boolean;
}
