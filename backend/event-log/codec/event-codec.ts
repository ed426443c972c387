import type { z } from 'zod';
import { catalogue as productCatalogue } from '../../contracts/events/catalogue.js';
import type { LatestData } from '../../contracts/events/define-event.js';
import { eventMetadataSchema, type EventMetadata } from '../../contracts/events/metadata.js';
import { InvalidEvent, UnreadableEvent } from '../errors.js';
import { quickCheck } from './quick-check.js';
import type { EncodedEvent, StoredEvent } from './stored-event.js';
import { upcastChains, type Catalogue } from './upcast-chain.js';

export type DecodedEvent<C extends Catalogue> = {
  [T in keyof C & string]: {
    readonly id: string;
    readonly type: T;
    readonly data: LatestData<C[T]>;
    readonly metadata: EventMetadata;
    readonly stream: string;
    readonly revision: number;
    readonly position: bigint;
    readonly dataJson?: Buffer;
  };
}[keyof C & string];

/** What a writer hands over; its data is checked here, so that no cast can bring a broken event into the log. */
export interface EventToEncode {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: Omit<EventMetadata, 'recordedAt'> & { readonly recordedAt?: string };
}

export interface EventCodec<C extends Catalogue> {
  /**
   * Checks an event against the newest schema of its type and gives the JSON to store.
   * `recordedAt` (ISO 8601) goes into the metadata unless the event is `simulated` and brings its own.
   * @throws InvalidEvent naming the field.
   */
  encode(event: EventToEncode, recordedAt: string): EncodedEvent;
  /**
   * Brings a stored event to the newest version of its type and checks it there.
   * Gives undefined for the types that were chosen to be ignored and for the store's own (`$…`).
   * @throws UnreadableEvent with type and position.
   */
  decode(stored: StoredEvent): DecodedEvent<C> | undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const metadataIsUnchanged = quickCheck(eventMetadataSchema);

/**
 * Stored JSON <-> the newest version of each event. The upcast chain runs in `decode` and nowhere else.
 * @param options.ignoredTypes stored types that readers pass over in silence; every other unknown type is an error.
 * @throws Error when a chain of the catalogue has a gap or a key is not its event's type: call it at start-up.
 */
export function createEventCodec<C extends Catalogue>(
  catalogue: C,
  options: { readonly ignoredTypes?: readonly string[] } = {},
): EventCodec<C> {
  const chains = upcastChains(catalogue);
  const ignored = new Set(options.ignoredTypes);
  for (const type of ignored)
    if (chains.has(type)) throw new Error(`${type} stands in the catalogue and cannot be ignored`);

  function encode(event: EventToEncode, recordedAt: string): EncodedEvent {
    if (!UUID.test(event.id)) throw new InvalidEvent(`id: ${JSON.stringify(event.id)} is not a UUID`);
    const definition = Object.hasOwn(catalogue, event.type) ? catalogue[event.type] : undefined;
    const chain = chains.get(event.type);
    if (!definition || !chain)
      throw new InvalidEvent(`type: ${JSON.stringify(event.type)} is not the newest version of any event`);
    const simulated = event.metadata.simulated === true;
    const metadata = simulated ? event.metadata : { ...event.metadata, recordedAt };
    return {
      id: event.id.toLowerCase(),
      type: event.type,
      category: definition.category,
      data: jsonOf(event.type, 'data', chain.latestSchema, event.data),
      metadata: jsonOf(event.type, 'metadata', eventMetadataSchema, metadata),
    };
  }

  function decode(stored: StoredEvent): DecodedEvent<C> | undefined {
    const chain = chains.get(stored.type);
    if (!chain) {
      if (stored.type.startsWith('$') || ignored.has(stored.type)) return undefined;
      throw unreadable(stored, 'no version of any event in the catalogue has this type');
    }
    let data = stored.data;
    for (const step of chain.steps) {
      try {
        data = (step as (data: unknown) => unknown)(data);
      } catch (error) {
        throw unreadable(
          stored,
          `an upcast failed: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    const isUnchanged = chain.isUnchanged(data);
    const checked = {
      id: stored.id,
      type: chain.latestType,
      data: isUnchanged ? data : readable(stored, 'data', chain.latestSchema, data),
      metadata: metadataIsUnchanged(stored.metadata)
        ? stored.metadata
        : readable(stored, 'metadata', eventMetadataSchema, stored.metadata),
      stream: stored.stream,
      revision: stored.revision,
      position: stored.position,
    };
    const { dataJson } = stored;
    const isStored = isUnchanged && chain.steps.length === 0;
    return (isStored && dataJson ? { ...checked, dataJson } : checked) as DecodedEvent<C>;
  }

  return { encode, decode };
}

export type ProductCodec = EventCodec<typeof productCatalogue>;

/** The codec of the product's own events. */
export function createProductCodec(options?: { readonly ignoredTypes?: readonly string[] }): ProductCodec {
  return createEventCodec(productCatalogue, options);
}

function jsonOf(type: string, part: string, schema: z.ZodType, value: unknown): Buffer {
  const result = schema.safeParse(value);
  if (!result.success) throw new InvalidEvent(`${type}: ${fieldsAtFault(part, result.error)}`);
  return Buffer.from(JSON.stringify(result.data), 'utf8');
}

function readable(stored: StoredEvent, part: string, schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (!result.success) throw unreadable(stored, fieldsAtFault(part, result.error));
  return result.data;
}

function unreadable(stored: StoredEvent, why: string): UnreadableEvent {
  const place = `${stored.stream} revision ${stored.revision}, position ${stored.position}`;
  return new UnreadableEvent(`${stored.type} in ${place}: ${why}`, stored.type, stored.position);
}

/** "data.listings.3.price.currency: an ISO 4217 code such as EUR", the first three of them. */
function fieldsAtFault(part: string, error: z.ZodError): string {
  const shown = error.issues
    .slice(0, 3)
    .map((issue) => `${[part, ...issue.path.map(String)].join('.')}: ${issue.message}`);
  const more = error.issues.length - shown.length;
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
