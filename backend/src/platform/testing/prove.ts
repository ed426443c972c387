import type { SignedInPerson, TestProduct } from './test-product.js';
import { until } from './until.js';

/** Follows the link that confirms their address. */
export async function prove(product: TestProduct, { email }: SignedInPerson): Promise<void> {
  const mail = await until('the mail', () =>
    product.mails.find(({ to, subject }) => to === email && /confirm/.test(subject)),
  );
  const token = /token=(\S+)/.exec(mail.text)?.[1];
  const answer = await product.post('/api/v1/auth/verify-email', { token }, { authorization: '' });
  if (answer.status !== 200) throw new Error(`confirming was answered ${answer.text}`);
}
