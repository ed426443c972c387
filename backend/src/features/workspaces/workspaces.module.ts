import { Global, Module } from '@nestjs/common';
import { HttpModule } from '../../platform/http/http.module.js';
import { MEMBERS } from '../../platform/security/caller.js';
import { CountMembers } from './count-members.query.js';
import { CreateWorkspaceHandler } from './create-workspace.command.js';
import { AcceptInvitationHandler } from './invitations/accept-invitation.command.js';
import { AcceptInvitationController } from './invitations/accept-invitation.controller.js';
import { ExpiredInvitations } from './invitations/expired-invitations.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InviteHandler } from './invitations/invite.command.js';
import { ListInvitationsHandler } from './invitations/list-invitations.query.js';
import { RevokeInvitationHandler } from './invitations/revoke-invitation.command.js';
import { ListWorkspacesHandler } from './list-workspaces.query.js';
import { ChangeRoleHandler } from './members/change-role.command.js';
import { ListMembersHandler } from './members/list-members.query.js';
import { MembersController } from './members/members.controller.js';
import { RemoveMemberHandler } from './members/remove-member.command.js';
import { Membership } from './membership.query.js';
import { People } from './people.query.js';
import { RenameWorkspaceHandler } from './rename-workspace.command.js';
import { WorkspacesController } from './workspaces.controller.js';
import { Workspaces } from './workspaces.js';

/** What people own together, and who may do what in it. */
@Global()
@Module({
  imports: [HttpModule],
  controllers: [WorkspacesController, MembersController, InvitationsController, AcceptInvitationController],
  providers: [
    Workspaces,
    People,
    CountMembers,
    { provide: MEMBERS, useClass: Membership },
    CreateWorkspaceHandler,
    RenameWorkspaceHandler,
    ListWorkspacesHandler,
    ListMembersHandler,
    ChangeRoleHandler,
    RemoveMemberHandler,
    InviteHandler,
    ListInvitationsHandler,
    RevokeInvitationHandler,
    AcceptInvitationHandler,
    ExpiredInvitations,
  ],
  exports: [MEMBERS],
})
export class WorkspacesModule {}
