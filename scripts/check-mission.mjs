// Each package that the product is built on, with the files that import it: none may be without.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MISSION = [
  '@nestjs/core', '@nestjs/cqrs', '@nestjs/bullmq', '@nestjs/swagger', '@eventstore/db-client', '@mikro-orm/core',
  '@mikro-orm/postgresql', 'ioredis', 'class-validator', 'crawlee', 'playwright', '@angular/core',
  '@swimlane/ngx-charts', '@jest/globals',
]; // prettier-ignore

const files = ['backend', 'crawler', 'frontend/src'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts')),
);
const sources = files.map((file) => [file, readFileSync(file, 'utf8')]);
const unused = [];
for (const name of MISSION) {
  const importers = sources
    .filter(([, text]) => new RegExp(`from '${name}['/]|import\\('${name}['/]`).test(text))
    .map(([file]) => file);
  process.stdout.write(
    `${name}: ${importers.length} files${importers.length ? `, such as ${importers[0]}` : ''}\n`,
  );
  if (importers.length === 0) unused.push(name);
}
if (unused.length) process.stdout.write(`imported by nothing: ${unused.join(', ')}\n`);
process.exit(unused.length ? 1 : 0);
