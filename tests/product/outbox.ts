import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until, type Product } from './product.js';

/** The path of a link in a mail to this address, such as `/verify-email?token=…`. */
export function linkInMail(
  { dataFolder }: Pick<Product, 'dataFolder'>,
  email: string,
  page: string,
): Promise<string> {
  return until(`a mail to ${email}`, () => {
    const outbox = join(dataFolder, 'outbox');
    const mails = existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith('.eml')) : [];
    for (const name of mails) {
      // Quoted-printable: lines are cut, and «=» is written in hexadecimal.
      const text = readFileSync(join(outbox, name), 'utf8')
        .replaceAll(/=\r?\n/g, '')
        .replaceAll('=3D', '=');
      const link = text.includes(email) && new RegExp(`(/${page}\\?token=[\\w.~%-]+)`).exec(text)?.[1];
      if (link) return link;
    }
    return undefined;
  });
}
