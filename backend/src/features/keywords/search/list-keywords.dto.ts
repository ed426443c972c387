import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { z } from 'zod';
import { countrySchema, type Country } from '../../../../contracts/values/country.js';
import { KEYWORD_MAX_LENGTH } from '../../../../contracts/values/keyword.js';
import { marketplaceSchema, type Marketplace } from '../../../../contracts/values/marketplace.js';
import { Field } from '../../../platform/http/field.js';
import { PageQuery, QueryNumber } from '../../../platform/http/paging.dto.js';
import { AsOfField } from '../keyword/as-of.dto.js';
import { KeywordItemDto } from '../keyword/keyword-item.dto.js';
import { SORT_NAMES, type SortName } from './sorts.js';

const searchTextSchema = z
  .string()
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'may not hold control characters')
  .refine(
    (text) => [...text].length <= KEYWORD_MAX_LENGTH,
    `may have at most ${KEYWORD_MAX_LENGTH} characters`,
  );

export const MATCHES = ['all', 'substring', 'similar'] as const;
/** all: nothing was searched for; substring: it stands in each keyword; similar: nothing holds it, these look like it. */
export type Match = (typeof MATCHES)[number];

export class ListKeywordsQuery extends PageQuery {
  @Field(searchTextSchema, {
    description:
      'Finds keywords that hold this text anywhere, whatever its case; where there are none, those that are spelled like it.',
    required: false,
    example: 'planner',
    documented: { maxLength: KEYWORD_MAX_LENGTH },
  })
  query?: string;

  @Field(marketplaceSchema, { description: 'One marketplace alone.', required: false })
  marketplace?: Marketplace;

  @Field(countrySchema, { description: 'One country alone, ISO 3166-1 alpha-2.', required: false })
  country?: Country;

  @QueryNumber({
    from: 0,
    to: 999_999_999,
    description: 'Least searches a month; keywords whose demand is not known are left out.',
  })
  minVolume?: number;

  @Field(z.enum(SORT_NAMES), {
    description: 'A minus sorts from the greatest. Keywords without the value come last either way.',
    required: false,
    documented: { default: '-searchVolume' },
  })
  sort: SortName = '-searchVolume';

  @AsOfField()
  asOf?: string;
}

export class KeywordPageDto {
  @ApiProperty({ type: [KeywordItemDto] })
  items!: KeywordItemDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Give it as `cursor` for the next page; null: the end.',
  })
  nextCursor!: string | null;

  @ApiProperty({
    enum: MATCHES,
    description: 'How the items were found; `similar` where nothing holds the text itself.',
  })
  match!: Match;

  @ApiPropertyOptional({ format: 'date-time', description: 'The moment that was asked for.' })
  asOf?: string;

  @ApiPropertyOptional({ description: 'True where minPosition was not reached in time.' })
  stale?: boolean;
}
