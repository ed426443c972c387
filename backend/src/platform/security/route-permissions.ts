import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { API_PREFIX, OUTSIDE_API } from '../http/addresses.js';
import { ACCESS } from './access.js';
import type { Permission } from './permissions.js';

/**
 * Which permission each route asks for, by what the router calls it. The program does not start while a route has not said: silence
 * would be a hole.
 */
@Injectable()
export class RoutePermissions implements OnModuleInit {
  private readonly byRoute = new Map<string, Permission>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const silent: string[] = [];
    for (const { metatype, name } of this.discovery.getControllers()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, object>;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method];
        if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) continue;
        const permission = this.reflector.getAllAndOverride<Permission | undefined>(ACCESS, [
          handler,
          metatype,
        ]);
        if (permission === undefined) silent.push(`${name}.${method}`);
        else
          for (const path of pathsOf(metatype, handler))
            this.byRoute.set(routeName(methodOf(handler), path), permission);
      }
    }
    if (silent.length > 0)
      throw new Error(`these routes do not say who may call them (add @Access): ${silent.join(', ')}`);
  }

  /** Undefined for what is no route of the API: files of the dashboard, the API document, nothing at all. */
  of(method: string, route: string): Permission | undefined {
    return this.byRoute.get(routeName(method === 'HEAD' ? 'GET' : method, route));
  }

  /** Every route with its permission, for the API document and the docs. */
  all(): ReadonlyMap<string, Permission> {
    return this.byRoute;
  }
}

const routeName = (method: string, path: string): string => `${method} ${path}`;

function methodOf(handler: object): string {
  return RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
}

function pathsOf(controller: object, handler: object): string[] {
  const paths = (target: object): string[] => {
    const path: unknown = Reflect.getMetadata(PATH_METADATA, target);
    return (Array.isArray(path) ? path : [path]).map(String);
  };
  return paths(controller).flatMap((first) =>
    paths(handler).map((second) => {
      const path = [first, second]
        .map((part) => part.replace(/^\/|\/$/g, ''))
        .filter((part) => part !== '')
        .join('/');
      return OUTSIDE_API.includes(path) ? `/${path}` : `/${API_PREFIX}/${path}`;
    }),
  );
}
