import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS, problemType, type ProblemKind } from '../http/problem.js';
import { X_PERMISSION } from './access.js';

const BEARER = 'bearer';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Adds to every operation what its `@Access` asks for: a token or nothing, and how it is refused. */
export function describeAccess(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    securitySchemes: {
      [BEARER]: {
        type: 'http',
        scheme: BEARER,
        description:
          'An access token of POST /auth/login or /auth/refresh (ten minutes), or an API key (dk_…).',
      },
    },
  };
  for (const path of Object.values(document.paths))
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) describe(operation);
    }
}

function describe(operation: Operation): void {
  const permission: unknown = Reflect.get(operation, X_PERMISSION);
  if (permission === 'public') {
    operation.security = [];
    return;
  }
  operation.security = [{ [BEARER]: [] }];
  mayBeRefused(operation, 'sign-in-needed');
  mayBeRefused(operation, 'not-allowed');
}

/** What the route says of the status itself stays, and this comes before it. */
function mayBeRefused({ responses }: Operation, kind: ProblemKind): void {
  const { status, title } = PROBLEMS[kind];
  const text = `${title} (\`${problemType(kind)}\`).`;
  const said = responses[String(status)];
  if (said && 'description' in said && said.description?.includes(problemType(kind))) return;
  const more = said && 'description' in said && said.description ? ` ${said.description}` : '';
  responses[String(status)] = {
    description: text + more,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
