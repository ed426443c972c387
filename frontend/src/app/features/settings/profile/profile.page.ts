import { ChangeDetectionStrategy, Component } from '@angular/core';
import { IdentitiesBlock } from './identities-block.js';
import { NameBlock } from './name-block.js';
import { PasswordBlock } from './password-block.js';
import { SecondFactorBlock } from './second-factor-block.js';

@Component({
  selector: 'dk-profile-page',
  imports: [IdentitiesBlock, NameBlock, PasswordBlock, SecondFactorBlock],
  template: `<dk-name-block />
    <dk-password-block />
    <dk-second-factor-block />
    <dk-identities-block />`,
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage {}
