import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
/** One customer gets at least so much of IPv6, and may change to any address in it. */
const GROUPS_OF_ONE = 4;

/** What counts as one place on the network: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  const [, mapped] = MAPPED.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return plain;
  const [first = '', second] = plain.split('::');
  const groupsOf = (text: string) => text.split(':').filter((group) => group !== '');
  const before = groupsOf(first);
  const after = groupsOf(second ?? '');
  const skipped = second === undefined ? 0 : GROUPS - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, skipped) }, () => '0'), ...after];
  return `${groups
    .slice(0, GROUPS_OF_ONE)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
