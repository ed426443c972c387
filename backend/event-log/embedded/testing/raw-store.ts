import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import streamsMessages from '@eventstore/db-client/generated/streams_pb.js';
import { openTemporaryStore, type TemporaryStore } from '../../testing/temporary-store.js';
import { frame } from '../grpc/frames.js';
import { GrpcStatus } from '../grpc/grpc-error.js';
import { bytesField } from '../protobuf/wire-writer.js';
import { RawGrpc, STREAMS, type RawAnswer } from './raw-grpc.js';
import { atMost, ofAllFromStart, ofStream, readRequest } from './raw-messages.js';

const { ReadResp } = streamsMessages;

/** The two kinds of messages of an append in a call of its own. */
export const optionsOf = (...parts: Uint8Array[]): Buffer => bytesField(1, ...parts);
export const eventOf = (event: Buffer): Buffer => bytesField(2, event);

/** A store for a spec file, and a raw client for each test, whose connection must still serve after it, whatever was sent. */
export class RawStore {
  private store!: TemporaryStore;
  raw!: RawGrpc;

  static forThisFile(): RawStore {
    const store = new RawStore();
    beforeAll(async () => {
      store.store = await openTemporaryStore();
    });
    afterAll(() => store.store.remove());
    beforeEach(() => {
      const { port } = new URL(store.store.connectionString.replace('esdb:', 'http:'));
      store.raw = new RawGrpc(Number(port));
    });
    afterEach(async () => {
      const { status } = await store.read(readRequest({ of: ofAllFromStart(), howMuch: atMost(1) }));
      store.raw.close();
      expect(status).toBe(GrpcStatus.Ok);
    });
    return store;
  }

  read(message: Uint8Array): Promise<RawAnswer> {
    return this.raw.unary(`${STREAMS}/Read`, message);
  }

  append(...messages: Uint8Array[]): Promise<RawAnswer> {
    return this.raw.call({ path: `${STREAMS}/Append`, body: messages.map((message) => frame(message)) });
  }

  appendBatch(...messages: Uint8Array[]): Promise<RawAnswer> {
    return this.raw.call({ path: `${STREAMS}/BatchAppend`, body: messages.map((message) => frame(message)) });
  }

  delete(how: 'Delete' | 'Tombstone', options: Buffer): Promise<RawAnswer> {
    return this.raw.unary(`${STREAMS}/${how}`, options);
  }

  /** Types of the events of a stream, undefined for what is no event. */
  async typesIn(stream: string): Promise<(string | undefined)[]> {
    const { messages } = await this.read(readRequest({ of: ofStream(stream), howMuch: atMost(100) }));
    return messages.map((message) =>
      ReadResp.deserializeBinary(message).getEvent()?.getEvent()?.getMetadataMap().get('type'),
    );
  }
}
