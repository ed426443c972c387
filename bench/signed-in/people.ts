import { Bearer } from '../../backend/src/platform/testing/bearer.js';

/** Registers so many people and signs them in. @returns what each sends as Authorization */
export async function signInPeople(address: string, count: number): Promise<string[]> {
  const authorizations: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const person = { email: `person-${number}@example.com`, password: `the password of number ${number}` };
    const answer = await fetch(`${address}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...person, name: `Person ${number}` }),
    });
    if (answer.status !== 201) throw new Error(`registering was answered ${answer.status}`);
    authorizations.push((await new Bearer(() => address, person).headers()).authorization);
  }
  return authorizations;
}

/** How many searches somebody's history shows on its first page. */
export async function keptSearches(address: string, authorization: string): Promise<number> {
  const answer = await fetch(`${address}/api/v1/me/searches?limit=200`, { headers: { authorization } });
  return ((await answer.json()) as { items: readonly unknown[] }).items.length;
}
