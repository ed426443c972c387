import type { Expected } from './operation.js';
import {
  StoreModel,
  type AppendOperation,
  type Answer,
  type DeleteOperation,
  type MetadataOperation,
  type ModelStream,
  type ReadOperation,
} from './store-model.js';

/** Models that are wrong in one rule each: a right store must be seen to disagree with every one of them. */
export const wrongModels: Readonly<Record<string, () => StoreModel>> = {
  'answers a repeat with the newest revision of the stream': () =>
    new (class extends StoreModel {
      protected override repeatAnywhere(stream: ModelStream, ids: readonly number[]) {
        return super.repeatAnywhere(stream, ids) === undefined ? undefined : stream.ids.length - 1;
      }
    })(),
  'knows a repeat by its ids in any order': () =>
    new (class extends StoreModel {
      protected override repeatAnywhere(stream: ModelStream, ids: readonly number[]) {
        return ids.every((id) => stream.ids.includes(id))
          ? stream.ids.lastIndexOf(ids.at(-1) ?? -1)
          : undefined;
      }
    })(),
  'knows a repeat by its first id': () =>
    new (class extends StoreModel {
      protected override repeatAt(stream: ModelStream, first: number, ids: readonly number[]) {
        return stream.ids[first] === ids[0] ? first + ids.length - 1 : undefined;
      }
    })(),
  'knows no repeat': () =>
    new (class extends StoreModel {
      protected override repeatAt(): undefined {
        return undefined;
      }
    })(),
  'appends known and new events together': () =>
    new (class extends StoreModel {
      protected override mayAppend(
        stream: ModelStream,
        expected: Expected,
        after: number,
        ids: readonly number[],
      ) {
        return expected === 'any' || super.mayAppend(stream, expected, after, ids);
      }
    })(),
  'refuses known events at the current revision': () =>
    new (class extends StoreModel {
      protected override mayAppend(
        stream: ModelStream,
        expected: Expected,
        after: number,
        ids: readonly number[],
      ) {
        return super.mayAppend(stream, expected, after, ids) && !ids.some((id) => stream.ids.includes(id));
      }
    })(),
  'takes a soft-deleted stream for one that is there': () =>
    new (class extends StoreModel {
      protected override mayAppend(
        stream: ModelStream,
        expected: Expected,
        after: number,
        ids: readonly number[],
      ) {
        const isThere = stream.ids.length > 0;
        return !(expected === 'no-stream' && isThere) && super.mayAppend(stream, expected, after, ids);
      }
    })(),
  'begins anew after a soft delete': () =>
    new (class extends StoreModel {
      protected override softDelete(stream: ModelStream, operation: DeleteOperation): Answer {
        const answer = super.softDelete(stream, operation);
        if (answer === 'done') stream.ids.length = 0;
        return answer;
      }
    })(),
  'shows the old events again after a soft delete': () =>
    new (class extends StoreModel {
      protected override revive(stream: ModelStream, name: number): void {
        super.revive(stream, name, 0);
      }
    })(),
  'brings a stream back without a word in its metadata': () =>
    new (class extends StoreModel {
      protected override revive(stream: ModelStream, _name: number, first: number): void {
        stream.isSoftDeleted = false;
        stream.retention = { truncateBefore: first };
      }
    })(),
  'soft-deletes what never was': () =>
    new (class extends StoreModel {
      protected override softDelete(stream: ModelStream, operation: DeleteOperation): Answer {
        return stream.ids.length === 0 && !stream.isTombstoned ? 'done' : super.softDelete(stream, operation);
      }
    })(),
  'refuses to tombstone what never was': () =>
    new (class extends StoreModel {
      protected override tombstone(stream: ModelStream, operation: DeleteOperation): Answer {
        const isAbsent = stream.ids.length === 0 && !stream.isTombstoned;
        return isAbsent ? 'wrong, found -1' : super.tombstone(stream, operation);
      }
    })(),
  'takes appends to a tombstoned stream': () =>
    new (class extends StoreModel {
      protected override append(stream: ModelStream, operation: AppendOperation): Answer {
        return super.append({ ...stream, isTombstoned: false }, operation);
      }
    })(),
  'merges new metadata with the old': () =>
    new (class extends StoreModel {
      protected override setMetadata(stream: ModelStream, operation: MetadataOperation): Answer {
        const retention = { ...stream.retention, ...operation.retention };
        return super.setMetadata(stream, { ...operation, retention });
      }
    })(),
  'keeps one event more than the greatest count': () =>
    new (class extends StoreModel {
      protected override isVisible(stream: ModelStream, revision: number): boolean {
        const { maxCount, ...rest } = stream.retention;
        const retention = maxCount === undefined ? rest : { ...rest, maxCount: maxCount + 1 };
        return super.isVisible({ ...stream, retention }, revision);
      }
    })(),
  'hides the event that a truncation names': () =>
    new (class extends StoreModel {
      protected override isVisible(stream: ModelStream, revision: number): boolean {
        return revision !== stream.retention.truncateBefore && super.isVisible(stream, revision);
      }
    })(),
  'leaves out the event at which a read backwards begins': () =>
    new (class extends StoreModel {
      protected override read(stream: ModelStream, operation: ReadOperation): Answer {
        const { from, backwards } = operation;
        const isAt = backwards && typeof from === 'number' && from > 0 && from < stream.ids.length;
        return super.read(stream, isAt ? { ...operation, from: from - 1 } : operation);
      }
    })(),
};
