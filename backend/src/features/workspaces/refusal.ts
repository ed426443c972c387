/** What a workspace does not allow, in the words of whoever asked. */
export type RefusalKind =
  | 'no-workspace'
  | 'no-member'
  | 'no-invitation'
  | 'role-too-low'
  | 'above-own-role'
  | 'last-owner'
  | 'sent-to-another'
  | 'expired';

/** Thrown by decisions; `Workspaces` turns it into the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly kind: RefusalKind) {
    super(kind);
  }
}
