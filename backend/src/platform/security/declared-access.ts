import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './access.js';

/** The program does not start while a route has not said who may call it: silence would be a hole. */
@Injectable()
export class RequireDeclaredAccess implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const silent = this.discovery.getControllers().flatMap(({ metatype, name }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, object>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => {
          const handler = prototype[method];
          if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return false;
          return this.reflector.getAllAndOverride(ACCESS, [handler, metatype]) === undefined;
        })
        .map((method) => `${name}.${method}`);
    });
    if (silent.length > 0)
      throw new Error(`these routes do not say who may call them (add @Access): ${silent.join(', ')}`);
  }
}
