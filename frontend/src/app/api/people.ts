import type { components } from './schema.js';

/** Short names for what the API tells of people and workspaces; nothing is described here that its document does not say. */
type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Device = Schemas['DeviceList']['items'][number];
export type Workspace = Schemas['WorkspacePage']['items'][number];
export type Member = Schemas['MemberPage']['items'][number];
export type Invitation = Schemas['InvitationPage']['items'][number];
export type ApiKey = Schemas['ApiKeyPage']['items'][number];
export type IssuedApiKey = Schemas['IssuedApiKey'];
export type SecondFactorOffer = Schemas['NewSecondFactor'];
export type ProviderList = Schemas['ProviderList'];
export type GoTo = Schemas['GoTo'];
export type AuditPage = Schemas['AuditPage'];
export type AuditEvent = Schemas['AuditEvent'];

export type Provider = ProviderList['providers'][number];
/** As they write themselves. */
export const PROVIDER_NAMES: Record<Provider, string> = { google: 'Google', github: 'GitHub' };

export type Role = Member['role'];
/** Each may do what those before it may, and more. */
export const ROLES: readonly Role[] = ['viewer', 'analyst', 'admin', 'owner'];

/** What a write answers: reads with this minPosition see it. */
export type Written = Schemas['WorkspaceChanged'];

/** What every list has, whatever it is of. */
export interface Items<T> {
  items: T[];
}
