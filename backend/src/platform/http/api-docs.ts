import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { jsonSchemaOf } from './field.js';
import { PROBLEMS, problemType, type ProblemKind } from './problem.js';

/** RFC 9457 problem details, the body of every answer that is not the wished one. */
export const problemSchema = z
  .object({
    type: z.string().describe('Stable name of the kind of problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    requestId: z.string().describe('Names this request in our logs.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('The fields that are wrong, for bad input.'),
  })
  .meta({ id: 'Problem' });

/** Turns our schemas into those of OpenAPI 3.1; one with an id becomes a component of that name. */
export function convertSchema(
  schema: unknown,
  options: { readonly schemaType: 'input' | 'output' },
): { schema: unknown; components?: Record<string, object> } | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $defs: components, ...described } = jsonSchemaOf(schema, options.schemaType);
  return typeof components === 'object' && components !== null
    ? { schema: described, components: components as Record<string, object> }
    : { schema: described };
}

/** Documents a good answer by the schema of its body. */
export const Answers = (status: number, description: string, schema: z.ZodType) =>
  ApiResponse({ status, description, standardSchema: schema });

/** Documents what else a route may answer. Bad input, server faults and unavailability are always among it. */
export function MayFail(...kinds: readonly ProblemKind[]) {
  const all: readonly ProblemKind[] = ['bad-input', ...kinds, 'unexpected', 'unavailable'];
  const byStatus = Map.groupBy(new Set(all), (kind) => PROBLEMS[kind].status);
  return applyDecorators(
    ...[...byStatus].map(([status, same]) =>
      ApiResponse({
        status,
        description: same.map((kind) => `${PROBLEMS[kind].title} (\`${problemType(kind)}\`).`).join(' '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}

/** Documents the header that every creating POST takes. */
export const TakesIdempotencyKey = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description:
      'The same key with the same body gets the same answer for 24 hours; with another body it is refused.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  });
