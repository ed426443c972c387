import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { openApiDocumentOf } from './openapi-document.js';
import { configureHttp, createAdapter } from './platform/http/server.js';
import { NestLog } from './platform/observability/nest-log.js';
import type { PlatformOptions } from './platform/platform.module.js';

export interface ApiOptions extends PlatformOptions {
  /** The built dashboard; left out, the API alone is served. */
  readonly dashboardFolder?: string;
}

/** The whole API, ready to listen. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const { TRUST_PROXY: trustProxy = false, CORS_ORIGINS: corsOrigins = [] } = options.config;
  const adapter = createAdapter({ trustProxy });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter, {
    logger: new NestLog(options.log),
    abortOnError: false,
  });
  const { dashboardFolder } = options;
  await configureHttp(app, { corsOrigins, ...(dashboardFolder === undefined ? {} : { dashboardFolder }) });
  SwaggerModule.setup('api/docs', app, () => openApiDocumentOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Digitallz Keywords API',
  });
  return app;
}
