import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import type { Log } from '../../../platform/observability/log.js';
import { KeyRing } from '../../../platform/privacy/key-ring.js';
import { RETENTION } from '../../../platform/privacy/retention.js';
import { CLOCK, LOG, type Clock } from '../../../platform/tokens.js';
import { MEMBERS_MODEL } from '../members.projection.js';
import { decideForgetting } from '../workspace.decider.js';
import { Workspaces } from '../workspaces.js';

const EVERY_MS = 3_600_000;
const ACTOR = 'workspaces';

interface Expired {
  readonly id: string;
  readonly workspaceId: string;
}

/**
 * Forgets the addresses of people who were invited and did not come. Every API process looks once an hour: what one of them has
 * forgotten is nothing to do for the others.
 */
@Injectable()
export class ExpiredInvitations implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private forgetting: Promise<void> = Promise.resolve();

  constructor(
    private readonly tables: ProjectionTables,
    private readonly workspaces: Workspaces,
    private readonly ring: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.forgetting = this.forget().catch((error: unknown) =>
        this.log.write('warn', 'expired invitations were not forgotten', { error }),
      );
    }, EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.forgetting;
  }

  async forget(): Promise<void> {
    const nowMs = this.clock();
    const at = new Date(nowMs).toISOString();
    const before = new Date(nowMs - RETENTION.expiredInvitationS * 1_000).toISOString();
    const expired = await this.tables.read<Expired>(
      MEMBERS_MODEL,
      (schema) => `
        select id, workspace_id as "workspaceId" from ${schema}.invitations
         where accepted_by is null and expires_at < $1::timestamptz`,
      [before],
    );
    for (const { id, workspaceId } of expired) {
      // First: should this stop here, the row is still there, and found again.
      this.ring.destroy(id);
      const asked = { requestId: id, actor: ACTOR, at };
      await this.workspaces.change(workspaceId, (workspace) => decideForgetting(workspace, id, asked));
    }
  }
}
