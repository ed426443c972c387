import type { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { positionSchema } from '../../contracts/values/position.js';
import { rows } from '../database/database.js';
import { readNotice, type Notices } from './notices.js';

const CHANNEL = 'projection_wanted';
const wantedSchema = z.object({ projection: z.string(), position: positionSchema });

/** A reader waits until the live build of a projection is at this place. */
export interface WantedPosition {
  readonly projection: string;
  readonly position: bigint;
}

/** Asks the running projector to look whether it can be there, also where nothing of the projection's own lies there. */
export async function askFor(orm: MikroORM, { projection, position }: WantedPosition): Promise<void> {
  const payload = JSON.stringify({ projection, position: position.toString() });
  await rows(orm, 'select pg_notify($1, $2)', [CHANNEL, payload]);
}

export async function onWanted(notices: Notices, listener: (wanted: WantedPosition) => void): Promise<void> {
  await notices.on(CHANNEL, (payload) => {
    const wanted = readNotice(wantedSchema, payload);
    if (wanted) listener({ projection: wanted.projection, position: BigInt(wanted.position) });
  });
}
