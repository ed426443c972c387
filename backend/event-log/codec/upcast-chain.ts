import type { z } from 'zod';
import { quickCheck, type QuickCheck } from './quick-check.js';
import { storedType, type EventDefinition, type Upcast } from '../../contracts/events/define-event.js';

/** Events by the stored type of their newest version. */
export type Catalogue = Readonly<Record<string, EventDefinition>>;

/** The way from one stored version to the newest. */
export interface UpcastChain {
  readonly latestType: string;
  readonly latestSchema: z.ZodType;
  /** See `QuickCheck`: of data of the newest version. */
  readonly isUnchanged: QuickCheck;
  /** In the order in which they are applied; empty for the newest version. */
  readonly steps: readonly Upcast[];
}

/** Every stored type that can be read, with its way to the newest version. */
export type UpcastChains = ReadonlyMap<string, UpcastChain>;

/**
 * Builds the chains of a catalogue.
 * @throws Error naming every event whose chain has a gap or whose key is not the type of its newest version.
 */
export function upcastChains(catalogue: Catalogue): UpcastChains {
  const faults = Object.entries(catalogue).flatMap(([type, definition]) => faultsOf(type, definition));
  const names = Object.values(catalogue).map(({ name }) => name);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index)))
    faults.push(`${name} stands in the catalogue twice`);
  if (faults.length > 0) throw new Error(`the event catalogue cannot be used: ${faults.join('; ')}`);

  const chains = new Map<string, UpcastChain>();
  for (const [latestType, definition] of Object.entries(catalogue)) {
    const latestSchema = definition.versions[definition.versions.length - 1] as z.ZodType;
    const isUnchanged = quickCheck(latestSchema);
    for (let version = 1; version <= definition.versions.length; version++)
      chains.set(storedType(definition, version), {
        latestType,
        latestSchema,
        isUnchanged,
        steps: definition.upcasts.slice(version - 1),
      });
  }
  return chains;
}

function faultsOf(type: string, definition: EventDefinition): string[] {
  const { name, versions, upcasts } = definition;
  const faults: string[] = [];
  if (versions.some((schema) => !isSchema(schema))) faults.push(`${name} has a version without a schema`);
  if (upcasts.length !== versions.length - 1 || upcasts.some((step) => typeof step !== 'function'))
    faults.push(`${name} has ${versions.length} versions, so it needs ${versions.length - 1} upcasts: a gap`);
  if (storedType(definition) !== type) faults.push(`${type} is the key of ${storedType(definition)}`);
  return faults;
}

function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'safeParse' in value;
}
