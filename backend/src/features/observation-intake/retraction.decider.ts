import { v5 as uuidV5 } from 'uuid';
import { metadataOfAsked, type Asked } from '../../../contracts/events/asked.js';
import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import type { NewEvent } from '../../../event-log/event-log.js';

const NAMESPACE = '6a2b8c1d-0f4e-4c39-b7d5-93e1f2a4c586';
const PRODUCER = 'observation-intake/1';

export interface FigureToRetract {
  readonly id: string;
  readonly keyword: string;
  readonly marketplace: Marketplace;
  readonly country: Country;
}

/** A figure can be retracted once: stream and event are named by it. */
export const retractionStream = (observationId: string): string =>
  `observation-${uuidV5(observationId, NAMESPACE)}`;

export function decideRetraction(
  figure: FigureToRetract,
  why: string,
  asked: Asked,
): NewEvent<'observation.Retracted.v1'> {
  const { id, keyword, marketplace, country } = figure;
  return {
    id: uuidV5(`${id}|retracted`, NAMESPACE),
    type: 'observation.Retracted.v1',
    data: { observationId: id, keyword, marketplace, country, why },
    metadata: metadataOfAsked(asked, PRODUCER),
  };
}
