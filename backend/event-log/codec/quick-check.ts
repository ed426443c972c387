import type { z } from 'zod';

/** True only for what the schema takes and gives back as it came; false means: ask the schema. */
export type QuickCheck = (value: unknown) => boolean;

type Def = z.core.$ZodTypes['_zod']['def'];
type CheckDef = z.core.$ZodChecks['_zod']['def'];

/** Patterns of these formats are all that zod asks of a text. */
const PLAIN_FORMATS = new Set<string>(['regex', 'uuid', 'datetime']);

/**
 * Reads a schema once into a check that neither copies nor reports. Validating copies every object, and a follower that
 * reads the whole history validates millions: what passes here was valid as it stood, all else (what breaks the
 * schema, what it would change, what is not understood here) is left to the schema itself, which alone decides.
 */
export function quickCheck(schema: z.core.$ZodType): QuickCheck {
  const def = schema._zod.def as Def;
  const shape = shapeCheck(schema, def);
  const checks = (def.checks ?? []).map((check) => check._zod.def as CheckDef);
  const rules = checks.map(ruleOf);
  if (rules.every((rule) => rule !== undefined)) return rules.reduce(both, shape);
  // A rule in the schema's own words can only refuse; any other may change the value.
  const ask = asks(schema);
  return checks.every((check, index) => rules[index] ?? isCustom(check))
    ? both(shape, (value) => ask(value).success)
    : unchangedBy(schema);
}

function shapeCheck(schema: z.core.$ZodType, def: Def): QuickCheck {
  if (def.type === 'string') return textCheck(schema);
  if (def.type === 'number') {
    if (!('format' in def) || def.format === undefined) return Number.isFinite;
    return def.format === 'safeint' ? Number.isSafeInteger : unchangedBy(schema);
  }
  if (def.type === 'boolean') return (value) => typeof value === 'boolean';
  if (def.type === 'enum') return oneOf(Object.values(def.entries));
  if (def.type === 'literal') return oneOf(def.values);
  if (def.type === 'nullable') return either(null, quickCheck(def.innerType));
  if (def.type === 'optional') return either(undefined, quickCheck(def.innerType));
  if (def.type === 'array') {
    const element = quickCheck(def.element);
    return (value) => Array.isArray(value) && value.every(element);
  }
  if (def.type === 'object' && (def.catchall?._zod.def as Def | undefined)?.type === 'never')
    return strictObject(def.shape);
  if (def.type === 'record') return recordOf(quickCheck(def.keyType), quickCheck(def.valueType));
  if (def.type === 'pipe') return both(quickCheck(def.in), quickCheck(def.out));
  // A transform that takes a context may refuse through it.
  if (def.type === 'transform' && def.transform.length < 2)
    return (value) => typeof value === 'string' && def.transform(value, undefined as never) === value;
  return unchangedBy(schema);
}

function textCheck(schema: z.core.$ZodType): QuickCheck {
  const def: object = schema._zod.def;
  if (!('format' in def) || def.format === undefined) return (value) => typeof value === 'string';
  const pattern = plainPattern(def);
  return pattern ? (value) => typeof value === 'string' && pattern.test(value) : unchangedBy(schema);
}

function oneOf(values: Iterable<unknown>): QuickCheck {
  const known = new Set(values);
  return (value) => known.has(value);
}

/** The rule on top of a shape; undefined where it is not understood. The shape has been checked before. */
function ruleOf(def: CheckDef): QuickCheck | undefined {
  const { check } = def;
  if (check === 'min_length') return (value) => (value as string | unknown[]).length >= def.minimum;
  if (check === 'max_length') return (value) => (value as string | unknown[]).length <= def.maximum;
  if (check === 'length_equals') return (value) => (value as string | unknown[]).length === def.length;
  if (check === 'greater_than')
    return (value) => (value as number) > Number(def.value) || (def.inclusive && value === def.value);
  if (check === 'less_than')
    return (value) => (value as number) < Number(def.value) || (def.inclusive && value === def.value);
  if (check === 'string_format') {
    const pattern = plainPattern(def);
    return pattern && ((value) => pattern.test(value as string));
  }
  if (check === 'number_format') return def.format === 'safeint' ? Number.isSafeInteger : undefined;
  return customRule(def);
}

const isCustom = ({ check }: { readonly check: string }): boolean => check === 'custom';

function customRule(def: object): QuickCheck | undefined {
  if (!('fn' in def) || typeof def.fn !== 'function') return undefined;
  const rule = def.fn as (value: unknown) => unknown;
  return (value) => rule(value) === true;
}

function plainPattern(def: { readonly format?: unknown; readonly pattern?: unknown }): RegExp | undefined {
  const { format, pattern } = def;
  if (typeof format !== 'string' || !PLAIN_FORMATS.has(format) || !(pattern instanceof RegExp))
    return undefined;
  return pattern.global || pattern.sticky ? undefined : pattern;
}

const both =
  (one: QuickCheck, other: QuickCheck): QuickCheck =>
  (value) =>
    one(value) && other(value);

const either =
  (one: null | undefined, other: QuickCheck): QuickCheck =>
  (value) =>
    value === one || other(value);

function strictObject(shape: Readonly<Record<string, z.core.$ZodType>>): QuickCheck {
  const keys = Object.keys(shape);
  const checks = Object.values(shape).map(quickCheck);
  return (value) => {
    if (!isRecord(value)) return false;
    let unknown = 0;
    for (const _name in value) unknown++;
    for (let index = 0; index < keys.length; index++) {
      const field = value[keys[index] as string];
      if (!(checks[index] as QuickCheck)(field)) return false;
      if (field !== undefined) unknown--;
    }
    return unknown === 0;
  };
}

const recordOf =
  (key: QuickCheck, field: QuickCheck): QuickCheck =>
  (value) =>
    isRecord(value) && Object.keys(value).every((name) => key(name) && field(value[name]));

/** What `JSON.parse` gives for an object: anything else has its own ways, which zod knows. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function unchangedBy(schema: z.core.$ZodType): QuickCheck {
  const ask = asks(schema);
  return (value) => {
    const result = ask(value);
    return result.success && Object.is(result.data, value);
  };
}

const asks = (schema: z.core.$ZodType) => (value: unknown) => (schema as z.ZodType).safeParse(value);
