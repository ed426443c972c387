import type { Plan } from '../../../contracts/values/plans.js';

/** What a workspace does not allow, in the words of whoever asked. */
export type RefusalKind =
  | 'no-workspace'
  | 'no-member'
  | 'no-invitation'
  | 'role-too-low'
  | 'above-own-role'
  | 'last-owner'
  | 'sent-to-another'
  | 'member-already'
  | 'expired';

/** Thrown by decisions; `Workspaces` turns it into the answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly kind: RefusalKind) {
    super(kind);
  }
}

/** Thrown where one more person would be more than the plan has members. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
  constructor(readonly plan: Plan) {
    super(`no room in the plan ${plan}`);
  }
}
