import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../platform/security/access.js';
import { SigningKeys } from '../../platform/security/signing-keys.js';

/** Public keys of access tokens (RFC 7517), for whoever wants to check one. */
@ApiExcludeController()
@Access('public')
@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  @Get('jwks.json')
  @Header('content-type', 'application/jwk-set+json; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  jwks(): Promise<object> {
    return this.keys.jwks();
  }
}
