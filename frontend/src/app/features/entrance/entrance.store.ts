import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Provider, ProviderList } from '../../api/people.js';
import { Orders, type WordsForProblem } from '../../core/orders/orders.js';
import { en } from './words/en.js';
import { fr } from './words/fr.js';

const AUTH = '/api/v1/auth';

/** Orders of who is not signed in. */
@Injectable()
export class EntranceStore extends Orders {
  private readonly http = inject(HttpClient);
  readonly t = this.language.wordsOf({ en, fr });

  /** Where else one can sign in from; none where that cannot be had. */
  async providers(): Promise<readonly Provider[]> {
    try {
      return (await firstValueFrom(this.http.get<ProviderList>(`${AUTH}/providers`))).providers;
    } catch {
      // The password still works: a page without these buttons is better than one with an error.
      return [];
    }
  }

  post(path: string, body: object, words?: WordsForProblem): Promise<boolean> {
    return this.order(() => firstValueFrom(this.http.post(`${AUTH}/${path}`, body)), words);
  }

  /** True where it was taken; else `refused` says why. */
  async order(work: () => Promise<unknown>, words?: WordsForProblem): Promise<boolean> {
    const done = async () => {
      await work();
      return true;
    };
    return (await this.give(done, words)) === true;
  }
}
