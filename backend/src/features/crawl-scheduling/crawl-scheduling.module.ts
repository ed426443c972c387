import { Module } from '@nestjs/common';
import { CrawlsController } from './crawls.controller.js';
import { GetCrawlHandler } from './get-crawl.query.js';
import { RequestCrawlHandler } from './request-crawl.command.js';

@Module({ controllers: [CrawlsController], providers: [RequestCrawlHandler, GetCrawlHandler] })
export class CrawlSchedulingModule {}
