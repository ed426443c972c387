// docker-compose.yml against the Compose specification's JSON schema, and its images against floating tags.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const Ajv = require('ajv').default;
const schema = JSON.parse(readFileSync('node_modules/dclint/schemas/compose.schema.json', 'utf8'));
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });

// Its `$schema` address is written in a form that the validator does not know.
delete schema.$schema;

const problems = [];
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
if (!validate(compose))
  for (const error of validate.errors) problems.push(`${error.instancePath || '/'} ${error.message}`);
for (const [name, service] of Object.entries(compose.services ?? {}))
  if (service.image && !service.build && !/:[\w.-]*\d[\w.-]*$/.test(service.image))
    problems.push(`service ${name}: image ${service.image} is not pinned to a version`);
for (const problem of problems) process.stdout.write(`docker-compose.yml: ${problem}\n`);
process.exit(problems.length ? 1 : 0);
