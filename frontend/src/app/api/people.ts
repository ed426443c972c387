/** What the API tells of people and workspaces. Narrow copies of its document, until the generated types have them. */
export type Role = 'viewer' | 'analyst' | 'admin' | 'owner';
export const ROLES: readonly Role[] = ['viewer', 'analyst', 'admin', 'owner'];
export type Provider = 'google' | 'github';

export interface Me {
  id: string;
  email: string;
  name: string;
  locale: 'en' | 'fr';
  isVerified: boolean;
  isOperator: boolean;
  hasSecondFactor: boolean;
  hasPassword: boolean;
  providers: Provider[];
  consents: Record<string, string>;
  keepsSearches: boolean;
  workspace: { id: string; role: Role | null };
}
export interface Device {
  id: string;
  address: string;
  userAgent: string;
  startedAt: string;
  usedAt: string;
  isThis: boolean;
}
export interface Workspace {
  id: string;
  name: string;
  role: Role;
}
export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  isYou: boolean;
}
export interface Invitation {
  id: string;
  email: string;
  role: Role;
  invitedAt: string;
  expiresAt: string;
}
export interface ApiKey {
  id: string;
  name: string;
  scope: Role;
  issuedAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}
export interface IssuedApiKey extends ApiKey {
  key: string;
  position: string;
}
export interface SecondFactorOffer {
  secret: string;
  uri: string;
  /** A picture as a data address. */
  qr: string;
}
export interface AuditEvent {
  id: string;
  type: string;
  position: string;
  occurredAt: string;
  recordedAt: string;
  actor: { id: string; name: string | null };
  from: string | null;
  workspace: string | null;
  correlationId: string;
  causationId: string;
  stream: string;
  data: Record<string, unknown>;
}
export interface AuditPage {
  items: AuditEvent[];
  nextCursor: string | null;
}
/** What a write answers: reads with this minPosition see it. */
export interface Written {
  position: string;
}
export interface Items<T> {
  items: T[];
}
