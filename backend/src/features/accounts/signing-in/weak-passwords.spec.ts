import { describe, expect, it } from '@jest/globals';
import { refuseWeakPassword } from './weak-passwords.js';

const refuse = (password: string) => () =>
  refuseWeakPassword(password, 'password', ['anna.miller@example.com', 'Anna Miller']);

describe('a password', () => {
  it.each(['password123', 'QWERTYUIOP', '1234567890'])('that many people have is refused: %s', (password) => {
    expect(refuse(password)).toThrow(/many people/);
  });

  it.each(['annamiller1', 'Miller.Anna.99', 'digitallz123', 'aaaaaaaaaaaa', 'EtsyAmazonEbay'])(
    'that says little more than who one is, or what this is, is refused: %s',
    (password) => {
      expect(refuse(password)).toThrow(/too easy/);
    },
  );

  it.each(['a long sentence is good', 'correct horse battery', 'Xk7!pq-92zzr', '密码密码一二三四五六七'])(
    'of any composition is taken: %s',
    (password) => {
      expect(refuse(password)).not.toThrow();
    },
  );
});
