import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { firstValueFrom } from 'rxjs';
import type { Workspace, Written } from '../../../api/people.js';
import { SessionStore } from '../../../core/auth/session.store.js';
import { LanguageStore } from '../../../core/i18n/language.store.js';
import { Orders } from '../../../core/orders/orders.js';
import { FirstWrong } from '../../../ui/first-wrong.js';
import { Notice } from '../../../ui/notice.js';
import { TextField } from '../../../ui/text-field.js';
import { listOf } from '../../../core/lists/list-of.js';
import { SettingsWordsStore } from '../settings-words.store.js';
import { InvitationsBlock } from './invitations-block.js';
import { MembersBlock } from './members-block.js';

const URL = '/api/v1/workspaces';

@Component({
  selector: 'dk-workspace-page',
  imports: [FirstWrong, InvitationsBlock, MatButton, MembersBlock, Notice, TextField],
  providers: [Orders],
  templateUrl: './workspace.page.html',
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkspacePage {
  protected readonly words = inject(SettingsWordsStore);
  protected readonly language = inject(LanguageStore);
  protected readonly session = inject(SessionStore);
  protected readonly orders = inject(Orders);
  private readonly http = inject(HttpClient);
  private readonly workspaces = listOf<Workspace>(() => `${URL}?limit=200`);

  protected readonly isAdmin = computed(() => this.session.mayAct('admin'));
  protected readonly role = computed(() => this.session.me()?.workspace.role);
  protected readonly name = linkedSignal(
    () => this.workspaces.items()?.find(({ id }) => id === this.session.me()?.workspace.id)?.name ?? '',
  );
  protected readonly another = signal('');
  protected readonly done = signal(false);

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.name().trim();
    if (name === '') return;
    this.done.set(false);
    const written = await this.orders.give(() =>
      firstValueFrom(this.http.patch<Written>(`${URL}/current`, { name })),
    );
    if (!written) return;
    this.done.set(true);
    this.workspaces.reload(written.position);
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.another().trim();
    if (name === '') return;
    await this.orders.give(async () => {
      const { id } = await firstValueFrom(this.http.post<{ id: string }>(URL, { name }));
      await this.session.goToWorkspace(id);
    });
  }
}
