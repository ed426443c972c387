import { Injectable } from '@nestjs/common';
import { ProjectionTables } from '../../platform/database/projection-tables.js';
import { ERASED, Sealing } from '../../platform/privacy/sealing.js';

/** The read model of accounts belongs to another feature; it is met by its name, as its events are. */
const ACCOUNTS = 'accounts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface Standing {
  readonly emailHash: string;
  readonly isVerified: boolean;
}

/** What workspaces know of people: as little as they need, opened at the moment that it is shown. */
@Injectable()
export class People {
  constructor(
    private readonly tables: ProjectionTables,
    private readonly sealing: Sealing,
  ) {}

  /** As accounts do it: equal for the same address. */
  fingerprintOf(email: string): string {
    return this.sealing.fingerprint('e-mail addresses', email);
  }

  /** One for each id, in no order that matters; who was erased has no readable name. */
  async named(ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const found = await this.tables.read<Person>(
      ACCOUNTS,
      (schema) => `select id, name, email from ${schema}.accounts where id = any($1::uuid[])`,
      [ids],
    );
    const known = new Map(found.map((person) => [person.id, person]));
    return new Map(ids.map((id) => [id, this.opened(id, known.get(id))]));
  }

  /** Undefined where the account is closed. */
  async standingOf(id: string): Promise<Standing | undefined> {
    const [found] = await this.tables.read<Standing>(
      ACCOUNTS,
      (schema) => `
        select email_hash as "emailHash", is_verified as "isVerified" from ${schema}.accounts
         where id = $1 and not is_closed`,
      [id],
    );
    return found;
  }

  /** Whose address it is; undefined where nobody registered it. */
  async holderOf(emailHash: string): Promise<string | undefined> {
    const [found] = await this.tables.read<{ id: string }>(
      ACCOUNTS,
      (schema) => `select id from ${schema}.accounts where email_hash = $1 and not is_closed`,
      [emailHash],
    );
    return found?.id;
  }

  private opened(id: string, person: Person | undefined): Person {
    if (!person) return { id, name: ERASED, email: ERASED };
    return {
      id,
      name: this.sealing.openOrErased(person.name),
      email: this.sealing.openOrErased(person.email),
    };
  }
}
