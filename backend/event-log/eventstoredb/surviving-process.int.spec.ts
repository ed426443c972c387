import { describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { at } from '../testing/misbehaving/danger.js';
import { appendDangers, readDangers, subscriptionDangers } from '../testing/misbehaving/dangers.js';
import { MisbehavingServer } from '../testing/misbehaving/misbehaving-server.js';
import { flagsToRun } from '../testing/run-sources.js';
import { openTemporaryStore } from '../testing/temporary-store.js';
import { connectEventLog } from './connect-event-log.js';

const WRITER = fileURLToPath(new URL('../testing/misbehaving/writer.ts', import.meta.url));
const PATIENCE_MS = 60_000;
const APPENDS_A_ROUND = 12;
const dangers = [
  undefined,
  ...appendDangers(at(4, 11), at(5)),
  ...readDangers(at(4, 11), at(5)),
  ...subscriptionDangers(at(4, 11), at(5)),
  undefined,
];

interface Told {
  readonly stored?: readonly string[];
  readonly followed?: readonly string[];
}

class SpawnedWriter {
  #complaints = '';
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #exit: Promise<unknown[]>;
  readonly #lines: AsyncIterator<string>;

  constructor(connectionString: string, events: number) {
    this.#child = spawn(process.execPath, [...flagsToRun(WRITER), connectionString, String(events)]);
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#complaints += chunk.toString()));
    this.#exit = once(this.#child, 'exit');
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Sets it to work. @returns what it tells when the work is done. */
  tell(round: string): Promise<Told> {
    this.#child.stdin.write(`${round}\n`);
    return this.#answer(round);
  }

  /** @returns what it tells at its end, and how it ended. */
  async finish(): Promise<Told & { code: unknown; complaints: string }> {
    this.#child.stdin.end();
    const told = await this.#answer('its end');
    const [code] = await this.#exit;
    return { ...told, code, complaints: this.#complaints };
  }

  async #answer(question: string): Promise<Told> {
    const patience = new AbortController();
    const late = delay(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
    const answer = await Promise.race([this.#lines.next(), late]);
    patience.abort();
    if (!answer || answer.done) throw new Error(`no answer to "${question}": ${this.#complaints}`);
    return JSON.parse(answer.value) as Told;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

describe('a program that uses the event log', () => {
  it(`outlives ${dangers.length - 2} dangers and a restart of its server, with each event stored and followed once`, async () => {
    const store = await openTemporaryStore();
    const server = await MisbehavingServer.start(store.connectionString);
    const writer = new SpawnedWriter(server.connectionString, dangers.length * APPENDS_A_ROUND);
    try {
      const stored: string[] = [];
      for (const [round, danger] of dangers.entries()) {
        server.misbehave(danger);
        server.drop();
        const answer = writer.tell(danger?.name ?? 'nothing is wrong');
        if (round === 0) await server.stop().then(() => server.startAgain());
        stored.push(...((await answer).stored ?? []));
      }
      server.misbehave(undefined);
      const { followed, code, complaints } = await writer.finish();

      expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
      const log = connectEventLog(store.connectionString);
      const inLog: string[] = [];
      for await (const { id } of log.readAll()) inLog.push(id);
      await log.close();
      expect([...stored].sort()).toEqual([...inLog].sort());
      expect(followed).toEqual(inLog);
    } finally {
      writer.kill();
      await server.stop();
      await store.remove();
    }
  }, 300_000);
});
