import { Global, Module } from '@nestjs/common';
import { MEMBERS } from '../../platform/security/caller.js';
import { Membership } from './membership.query.js';
import { Workspaces } from './workspaces.js';

/** What people own together, and who may do what in it. */
@Global()
@Module({
  providers: [Workspaces, { provide: MEMBERS, useClass: Membership }],
  exports: [MEMBERS],
})
export class WorkspacesModule {}
