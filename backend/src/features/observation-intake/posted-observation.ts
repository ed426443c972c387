import { v5 as uuidV5 } from 'uuid';
import { countrySchema } from '../../../contracts/values/country.js';
import { keywordId, keywordTextSchema } from '../../../contracts/values/keyword.js';
import { marketplaceSchema } from '../../../contracts/values/marketplace.js';
import { metricsSchema, type Metrics } from '../../../contracts/values/measure.js';
import { instantSchema } from '../../../contracts/values/time.js';
import { z } from 'zod';

export const SOURCE_MAX_LENGTH = 100;
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

const sourceSchema = z
  .string()
  .refine((text) => !UNPRINTABLE.test(text), 'may not hold control characters')
  .transform((text) => text.trim())
  .refine((text) => text.length > 0, 'may not be empty')
  .refine((text) => text.length <= SOURCE_MAX_LENGTH, `may have at most ${SOURCE_MAX_LENGTH} characters`);

/** One figure or more that somebody else gives for a keyword at a moment. */
export const postedObservationSchema = z.strictObject({
  keyword: keywordTextSchema,
  marketplace: marketplaceSchema,
  country: countrySchema,
  observedAt: instantSchema,
  source: sourceSchema,
  metrics: metricsSchema,
});
export type PostedObservation = z.infer<typeof postedObservationSchema>;

const NAMESPACE = 'c7b4f2b0-93de-4a7b-8a53-1df0e4b5c6a8';

/** What makes two posts speak of the same thing: who sends it, who says it, of which keyword, at which moment. */
export const figureIdentity = (
  workspace: string,
  posted: Pick<PostedObservation, 'keyword' | 'marketplace' | 'country' | 'source' | 'observedAt'>,
): string =>
  uuidV5(
    JSON.stringify([
      workspace,
      posted.source,
      keywordId(posted.marketplace, posted.country, posted.keyword),
      posted.observedAt,
    ]),
    NAMESPACE,
  );

/** Equal metrics have equal texts, in whatever order they came. */
export const metricsFingerprint = (metrics: Metrics): string =>
  uuidV5(
    JSON.stringify(
      Object.entries(metrics)
        .map(
          ([name, m]) =>
            [
              name,
              m.value,
              m.maxValue ?? null,
              m.relation,
              m.kind,
              m.currency ?? null,
              m.scope ?? null,
            ] as const,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    NAMESPACE,
  );
