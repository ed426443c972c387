import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** Looks right, and is nobody's. */
export const UNKNOWN_ID = '5c1f0e2d-7a6b-4c3d-9e8f-0a1b2c3d4e5f';

export interface DocumentedRoute {
  /** `POST /api/v1/crawls`, with its parameters as the router names them. */
  readonly name: string;
  readonly method: Uppercase<(typeof METHODS)[number]>;
  /** With ids that look right in place of its parameters. */
  readonly url: string;
  readonly takesBody: boolean;
  readonly queryNames: readonly string[];
}

/** Every route that the API document knows. */
export function documentedRoutes({ paths }: OpenAPIObject): readonly DocumentedRoute[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((verb) => {
      const operation = operations[verb];
      if (!operation) return [];
      const method = verb.toUpperCase() as DocumentedRoute['method'];
      return {
        name: `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        method,
        url: path.replaceAll(/\{\w+\}/g, UNKNOWN_ID),
        takesBody: operation.requestBody !== undefined,
        queryNames: (operation.parameters ?? []).flatMap((parameter) =>
          'name' in parameter && parameter.in === 'query' ? [parameter.name] : [],
        ),
      };
    }),
  );
}
