import { v5 as uuidV5 } from 'uuid';
import { metadataOfAsked, type Asked } from '../../../contracts/events/asked.js';
import type { DataOf } from '../../../contracts/events/catalogue.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../../event-log/event-log.js';

const NAMESPACE = '8e4d1f60-7b2a-4c93-b5e8-3a6f9d0c1b72';
const PRODUCER = 'api-keys/1';

/** Undefined before it was issued. */
export type ApiKeyState = { readonly workspaceId: string; readonly isRevoked: boolean } | undefined;

export const apiKeyStream = (id: string): string => `apiKey-${id}`;

export function evolve(state: ApiKeyState, { type, data }: AnyRecordedEvent): ApiKeyState {
  if (type === 'workspace.ApiKeyIssued.v1') return { workspaceId: data.workspaceId, isRevoked: false };
  return type === 'workspace.ApiKeyRevoked.v1' && state ? { ...state, isRevoked: true } : state;
}

export const decideIssue = (
  state: ApiKeyState,
  data: DataOf<'workspace.ApiKeyIssued.v1'>,
  asked: Asked,
): AnyNewEvent[] =>
  state
    ? []
    : [
        {
          id: uuidV5(`${data.keyId}|issued`, NAMESPACE),
          type: 'workspace.ApiKeyIssued.v1',
          data,
          metadata: metadataOfAsked(asked, PRODUCER, data.keyId),
        },
      ];

/** Nothing new for a key of another workspace, nor for one that was revoked. */
export const decideRevoke = (state: ApiKeyState, keyId: string, asked: Asked): AnyNewEvent[] =>
  isOpenIn(state, asked.workspace)
    ? [
        {
          id: uuidV5(`${keyId}|revoked`, NAMESPACE),
          type: 'workspace.ApiKeyRevoked.v1',
          data: { workspaceId: asked.workspace, keyId },
          metadata: metadataOfAsked(asked, PRODUCER, keyId),
        },
      ]
    : [];

/** That it opens something there. */
export const isOpenIn = (state: ApiKeyState, workspaceId: string): boolean =>
  state?.workspaceId === workspaceId && !state.isRevoked;
