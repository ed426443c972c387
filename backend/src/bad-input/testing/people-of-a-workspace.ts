import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../../contracts/values/role.js';
import { AccessTokens } from '../../platform/security/access-tokens.js';
import { MEMBERS, type Members } from '../../platform/security/caller.js';
import type { SignedInPerson, TestProduct } from '../../platform/testing/test-product.js';
import { until } from '../../platform/testing/until.js';
import { claimsOf, metadataOf } from './bad-credentials.js';

/** A good token of a person for any workspace, as if the product had issued it. */
export const tokenFor = (
  product: TestProduct,
  person: SignedInPerson,
  workspaceId: string,
): Promise<string> =>
  product.app.get(AccessTokens).issue({
    accountId: person.id,
    sessionId: String(claimsOf(person.accessToken)['sid']),
    workspaceId,
  });

/** Signs somebody up for each role below owner and makes them members; answers with their tokens for that workspace. */
export async function membersOf(
  product: TestProduct,
  workspaceId: string,
): Promise<Readonly<Record<Role, string>>> {
  const tokens: [Role, string][] = [['owner', product.owner.accessToken]];
  for (const role of ROLES.filter((each) => each !== 'owner')) {
    const person = await product.signUp(`Member ${role}`);
    const data = { workspaceId, invitationId: randomUUID(), accountId: person.id, role };
    await product.eventLog.append(`workspace-${workspaceId}`, 'any', [
      { id: randomUUID(), type: 'workspace.MemberJoined.v1', data, metadata: metadataOf(person.id) },
    ]);
    const members = product.app.get<Members>(MEMBERS);
    await until('the member is known', async () => (await members.roleOf(person.id, workspaceId)) === role);
    tokens.push([role, await tokenFor(product, person, workspaceId)]);
  }
  return Object.fromEntries(tokens) as Record<Role, string>;
}
