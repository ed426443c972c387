import { Inject, Injectable } from '@nestjs/common';
import type { AnyRecordedEvent, EventLog } from '../../../../event-log/event-log.js';
import { told } from '../../../platform/event-log/decide-on.js';
import { openedTexts, opening } from '../../../platform/privacy/opened-texts.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { MEMBERS, type Members } from '../../../platform/security/caller.js';
import { CLOCK, EVENT_LOG, type Clock } from '../../../platform/tokens.js';
import { accountStream, evolvePerson, type PersonState } from '../person.js';
import { TracesOfPerson } from './traces-of-person.query.js';

/** Everything that is held about a person, as one JSON document, piece by piece: a log of years need not fit into memory. */
@Injectable()
export class ExportOfPerson {
  constructor(
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(MEMBERS) private readonly members: Members,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly traces: TracesOfPerson,
    private readonly sealing: Sealing,
  ) {}

  async *of(accountId: string): AsyncGenerator<string, void, undefined> {
    const { state: person } = await told<PersonState>(
      this.log,
      accountStream(accountId),
      undefined,
      evolvePerson,
    );
    if (!person) return;
    const open = opening(this.sealing);
    const workspaces = await this.members.workspacesOf(accountId);
    const memberships = await Promise.all(
      workspaces.map(async (id) => ({ workspaceId: id, role: await this.members.roleOf(accountId, id) })),
    );
    const sessions = (await this.traces.sessions(accountId)).map(({ device, ...session }) => {
      const opened = this.sealing.open(device);
      return { ...session, device: opened === undefined ? null : (JSON.parse(opened) as unknown) };
    });
    const account = {
      id: person.id,
      email: open(person.email),
      name: open(person.name),
      locale: person.locale,
      registeredAt: person.registeredAt,
    };
    const exportedAt = new Date(this.clock()).toISOString();
    const head = { exportedAt, account, consents: person.consents, memberships, sessions };
    yield `${JSON.stringify(head, undefined, 1).slice(0, -2)},\n "events": [`;
    let separator = '\n';
    for await (const event of this.events(accountId)) {
      yield `${separator}${JSON.stringify(shown(event, open))}`;
      separator = ',\n';
    }
    yield '\n]}\n';
  }

  private async *events(accountId: string): AsyncGenerator<AnyRecordedEvent, void, undefined> {
    for (const { stream, revisions } of await this.traces.streams(accountId)) {
      const wanted = new Set(revisions);
      let left = wanted.size;
      for await (const event of this.log.readStream(stream, revisions[0] ?? 0)) {
        if (!wanted.has(event.revision)) continue;
        yield event;
        left -= 1;
        if (left === 0) break;
      }
    }
  }
}

function shown(event: AnyRecordedEvent, open: (sealed: string) => string): Record<string, unknown> {
  const { id, type, stream, revision, position, metadata, data } = event;
  return {
    id,
    type,
    stream,
    revision,
    position: String(position),
    metadata: openedTexts(metadata, open),
    data: openedTexts(data, open),
  };
}
