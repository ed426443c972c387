import { Inject, Injectable } from '@nestjs/common';
import type { AnyRecordedEvent, EventLog } from '../../../../event-log/event-log.js';
import { NOT_SHOWN, openedTexts } from '../../../platform/privacy/opened-texts.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { EVENT_LOG } from '../../../platform/tokens.js';
import type { AuditEvent } from './audit-events.dto.js';
import type { AuditedRow } from './audited-rows.js';

/** What the log itself says about the events of a page. */
@Injectable()
export class RecordedDetails {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    private readonly sealing: Sealing,
  ) {}

  /** In the order of the rows. */
  async of(rows: readonly AuditedRow[]): Promise<AuditEvent[]> {
    const found = new Map<string, AnyRecordedEvent>();
    for (const [stream, wanted] of Map.groupBy(rows, (row) => row.stream)) {
      const revisions = new Set(wanted.map(({ revision }) => revision));
      const last = Math.max(...revisions);
      for await (const event of this.log.readStream(stream, Math.min(...revisions))) {
        if (revisions.has(event.revision)) found.set(String(event.position), event);
        if (event.revision >= last) break;
      }
    }
    return rows.flatMap((row) => {
      const event = found.get(row.position);
      return event ? [this.entry(row, event)] : [];
    });
  }

  private entry({ actorName, isOurs }: AuditedRow, event: AnyRecordedEvent): AuditEvent {
    const { id, type, position, stream, revision, metadata, data } = event;
    const open = (sealed: string) => (isOurs ? this.sealing.openOrErased(sealed) : NOT_SHOWN);
    return {
      id,
      type,
      position: String(position),
      stream,
      revision,
      occurredAt: metadata.occurredAt,
      recordedAt: metadata.recordedAt,
      actor: { id: metadata.actor, name: actorName === null ? null : this.sealing.openOrErased(actorName) },
      from: metadata.from === undefined ? null : open(metadata.from),
      workspace: metadata.workspace ?? null,
      correlationId: metadata.correlationId,
      causationId: metadata.causationId,
      producer: metadata.producer,
      data: openedTexts(data, open) as Record<string, unknown>,
    };
  }
}
