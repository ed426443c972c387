import { NestFactory } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { convertSchema, problemSchema } from './platform/http/api-docs.js';
import { API_PREFIX, OUTSIDE_API } from './platform/http/addresses.js';
import { problemType, PROBLEMS } from './platform/http/problem.js';
import { createAdapter } from './platform/http/server.js';
import { jsonLog } from './platform/observability/log.js';
import { describeAccess } from './platform/security/describe-access.js';
import { PRODUCT_VERSION } from './platform/version.js';

const unused: Config = {
  EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false',
  DATABASE_URL: 'postgresql://127.0.0.1:1/none',
  REDIS_URL: 'redis://127.0.0.1:1',
  HOST: '127.0.0.1',
  PORT: 0,
  MARKETPLACES: 'sandbox',
  DEMO: false,
  PLAN_WITHOUT_SUBSCRIPTION: 'free',
  CURSOR_SECRET: 'of no use: nothing runs',
  MASTER_KEYS: 'none:',
  KEY_RING_FILE: ':memory:',
  PUBLIC_URL: 'http://127.0.0.1:1',
};

/** The API document without any server running: nothing is instantiated, nothing connects. */
export async function buildOpenApiDocument(): Promise<OpenAPIObject> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ config: unused, log: jsonLog(() => undefined) }),
    createAdapter(),
    { preview: true, logger: false, abortOnError: false },
  );
  app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_API });
  return openApiDocumentOf(app);
}

export function openApiDocumentOf(app: INestApplication): OpenAPIObject {
  const described = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Digitallz Keywords')
    .setDescription(
      'Keyword research for sellers of digital products. Every number is an observation: it says where it comes from, how it is known and when it was so.',
    )
    .setVersion(PRODUCT_VERSION)
    .build();
  const document = SwaggerModule.createDocument(app, described, {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: convertSchema,
  });
  const problem = convertSchema(problemSchema, { schemaType: 'output' })?.components;
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...problem } };
  describeAccess(document);
  describeUnchanged(document);
  describeLimits(document);
  return document;
}

/** Reads can be asked for again at little cost: see the ETag of every answer. */
function describeUnchanged({ paths }: OpenAPIObject): void {
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get || !path.startsWith(`/${API_PREFIX}/`) || isStream(get)) continue;
    get.responses['304'] = { description: 'Not changed since the answer whose ETag If-None-Match names.' };
  }
}

const SO_MANY = 'How many requests are left at once, and in how many seconds all are again.';

/** Every address of the API counts what is asked of it; what machines ask outside of it is not counted. */
function describeLimits({ paths }: OpenAPIObject): void {
  for (const [path, { get, post, put, patch, delete: remove }] of Object.entries(paths)) {
    if (!path.startsWith(`/${API_PREFIX}/`)) continue;
    for (const operation of [get, post, put, patch, remove])
      if (operation)
        operation.responses['429'] = {
          description: `${PROBLEMS['too-many-requests'].title} (\`${problemType('too-many-requests')}\`).`,
          headers: {
            'Retry-After': { description: 'Seconds until one more is allowed.', schema: { type: 'integer' } },
            RateLimit: { description: SO_MANY, schema: { type: 'string' }, example: '"requests";r=0;t=60' },
          },
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
  }
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

function isStream({ responses }: Operation): boolean {
  const good = responses['200'];
  return good !== undefined && 'content' in good && 'text/event-stream' in (good.content ?? {});
}
