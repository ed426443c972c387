// Writes the generated files: OpenAPI document, API and event reference, the dashboard's API types.
// With --check writes nothing and fails where a file is not what it would write.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, setUp } from './setup.mjs';

const checkOnly = process.argv.includes('--check');
await setUp({ backend: true });

const built = (path) => import(join(root, 'dist', path));
const { buildOpenApiDocument } = await built('backend/src/openapi-document.js');
const { catalogue } = await built('backend/contracts/events/catalogue.js');
const { apiReference } = await import('./generate/api-reference.mjs');
const { eventReference } = await import('./generate/event-reference.mjs');
const { permissionReference } = await import('./generate/permission-reference.mjs');
const { ROLES } = await built('backend/contracts/values/role.js');
const permissions = await built('backend/src/platform/security/permissions.js');
const { default: openapiTypes, astToString } = await import('openapi-typescript');

const document = JSON.parse(JSON.stringify(await buildOpenApiDocument()));
const files = {
  'docs/reference/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
  'docs/reference/api.md': apiReference(document),
  'docs/reference/events.md': eventReference(catalogue),
  'docs/reference/permissions.md': permissionReference(document, ROLES, permissions),
  'frontend/src/app/api/schema.ts': `// Generated from docs/reference/openapi.json; never edited by hand.\n${astToString(await openapiTypes(document))}`,
};

let drifted = 0;
for (const [path, text] of Object.entries(files)) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  drifted += 1;
  if (checkOnly) process.stdout.write(`${path} is not current: run «npm run generate» and commit it\n`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    process.stdout.write(`wrote ${path}\n`);
  }
}
process.exit(checkOnly && drifted ? 1 : 0);
