import { type z } from 'zod';

/** Takes the data of one version to the data of the next; pure and synchronous. */
export type Upcast = (data: never) => unknown;

export interface EventDefinition<Latest extends z.ZodType = z.ZodType> {
  /** `<context>.<Fact>`; the stored type adds `.v<n>`. */
  readonly name: string;
  /** Stream category: streams are `<category>-<id>`. */
  readonly category: string;
  /** The folder or file of the one module that appends this event. */
  readonly writer: string;
  /** One line for the generated reference. */
  readonly about: string;
  /** The schema of every version, oldest first. The last one is what is written and what readers get. */
  readonly versions: readonly [...z.ZodType[], Latest];
  /** Step i takes version i+1 to version i+2, so there is one fewer than there are versions. */
  readonly upcasts: readonly Upcast[];
}

export function defineEvent<Latest extends z.ZodType>(
  definition: EventDefinition<Latest>,
): EventDefinition<Latest> {
  const { name, versions, upcasts } = definition;
  if (!/^[a-z][a-zA-Z]*\.[A-Z][a-zA-Z]*$/.test(name))
    throw new Error(`event name ${name} is not <context>.<Fact>`);
  if (/-/.test(definition.category))
    throw new Error(`category ${definition.category} of ${name} holds a dash`);
  if (upcasts.length !== versions.length - 1)
    throw new Error(
      `${name} has ${versions.length} versions but ${upcasts.length} upcasts: the chain has a gap`,
    );
  return definition;
}

export type LatestData<D extends EventDefinition> =
  D extends EventDefinition<infer Latest> ? z.output<Latest> : never;

export function storedType(definition: EventDefinition, version = definition.versions.length): string {
  return `${definition.name}.v${version}`;
}
