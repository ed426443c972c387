import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';
import { z } from 'zod';
import type { FieldError } from './problem.js';

export interface FieldOptions {
  readonly description: string;
  readonly example?: unknown;
  /** false: may be left out. null is never the same as left out. */
  readonly required?: false;
  /** Added to what the schema says about itself, e.g. a length that stands in a refinement. */
  readonly documented?: Readonly<Record<string, unknown>>;
}

const SCHEMAS = Symbol('field schemas');

function schemasOf(target: object): Map<string, z.ZodType> {
  const own: unknown = Reflect.getOwnMetadata(SCHEMAS, target);
  if (own instanceof Map) return own as Map<string, z.ZodType>;
  const inherited: unknown = Reflect.getMetadata(SCHEMAS, target);
  const schemas = new Map<string, z.ZodType>(
    inherited instanceof Map ? (inherited as Map<string, z.ZodType>) : [],
  );
  Reflect.defineMetadata(SCHEMAS, schemas, target);
  return schemas;
}

/** The schema that a `@Field` of this DTO was given. */
export const schemaOfField = (dto: object, property: string): z.ZodType | undefined => {
  const found: unknown = Reflect.getMetadata(SCHEMAS, dto);
  return found instanceof Map ? (found as Map<string, z.ZodType>).get(property) : undefined;
};

/** What a JSON schema of OpenAPI 3.1 says about a value that comes in. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output' = 'input'): Record<string, unknown> {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  }) as Record<string, unknown>;
  return described;
}

/**
 * A field of a request: checked and normalised by the same schema that the events use, and described in the API document.
 * A class with such fields is what class-validator checks; a wrong value is answered with the schema's own words.
 */
export function Field(schema: z.ZodType, options: FieldOptions): PropertyDecorator {
  const { required = true, documented, ...said } = options;
  return applyDecorators(
    (target: object, property: string | symbol) => void schemasOf(target).set(String(property), schema),
    Transform(({ value }: { value: unknown }) => {
      const read = schema.safeParse(value);
      return read.success ? read.data : value;
    }),
    ...(required ? [] : [ValidateIf((_dto, value) => value !== undefined)]),
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value: unknown) => schema.safeParse(value).success,
        defaultMessage: () => 'is not valid',
      },
    }),
    ApiProperty({ ...jsonSchemaOf(schema), ...documented, ...said, required }),
  );
}

/** The issues of a refused value, each with its dotted path below `prefix`. */
export function fieldErrors(error: z.ZodError, prefix: string): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: wording(issue) }];
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      message: 'unknown field',
    }));
  });
}

function wording(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'is missing';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return issue.message.replace(/^Invalid input: /, '');
}
