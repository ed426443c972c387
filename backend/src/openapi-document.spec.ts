import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { buildOpenApiDocument } from './openapi-document.js';
import { OPERATOR_PERMISSIONS, WORKSPACE_PERMISSIONS } from './platform/security/permissions.js';

interface Operation {
  readonly operationId?: string;
  readonly security?: object[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly 'x-permission'?: string;
}

let document: OpenAPIObject;
let operations: [name: string, Operation][];
beforeAll(async () => {
  document = await buildOpenApiDocument();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});

describe('the API document', () => {
  it('names the permission of every operation', () => {
    const known = ['public', 'person', ...Object.keys(WORKSPACE_PERMISSIONS), ...OPERATOR_PERMISSIONS];
    expect(operations.length).toBeGreaterThan(20);
    for (const [name, operation] of operations)
      expect([name, known.includes(operation['x-permission'] ?? 'none')]).toEqual([name, true]);
    const asked = new Map(operations.map(([name, operation]) => [name, operation['x-permission']]));
    expect(asked.get('GET /api/v1/tracked-keywords')).toBe('tracking:read');
    expect(asked.get('POST /api/v1/tracked-keywords')).toBe('tracking:write');
    expect(asked.get('POST /api/v1/auth/login')).toBe('public');
  });

  it('asks for a token everywhere but where the public is let in, and says how it is refused', () => {
    expect(document.components?.securitySchemes).toMatchObject({
      bearer: { type: 'http', scheme: 'bearer' },
    });
    for (const [name, { security, responses, 'x-permission': permission }] of operations) {
      expect([name, security]).toEqual([name, permission === 'public' ? [] : [{ bearer: [] }]]);
      if (permission === 'public') continue;
      expect([name, responses['401']?.description]).toEqual([
        name,
        expect.stringContaining(':sign-in-needed'),
      ]);
      expect([name, responses['403']?.description]).toEqual([name, expect.stringContaining(':not-allowed')]);
    }
  });
});
