/** Where the hosts of the marketplaces are reached. Nothing but this file knows that there may be an imitation of them. */
export interface Addresses {
  /** Base address of a real host, without a trailing slash. */
  of(host: string): string;
  /** The address at the real host that an address which we ask stands for. */
  real(url: string): URL;
}

/** `https://www.amazon.com` for the host itself; `http://127.0.0.1:4100/www.amazon.com` where a sandbox stands in for it. */
export function addressesOf(sandboxUrl: string | undefined): Addresses {
  if (sandboxUrl === undefined) return { of: (host) => `https://${host}`, real: (url) => new URL(url) };
  const base = sandboxUrl.replace(/\/+$/, '');
  return {
    of: (host) => `${base}/${host}`,
    real: (url) => new URL(url.startsWith(`${base}/`) ? `https://${url.slice(base.length + 1)}` : url),
  };
}
