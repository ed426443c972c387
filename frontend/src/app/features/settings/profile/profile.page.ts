import { ChangeDetectionStrategy, Component } from '@angular/core';
import { NameBlock } from './name-block.js';
import { PasswordBlock } from './password-block.js';
import { SecondFactorBlock } from './second-factor-block.js';

@Component({
  selector: 'dk-profile-page',
  imports: [NameBlock, PasswordBlock, SecondFactorBlock],
  template: `<dk-name-block />
    <dk-password-block />
    <dk-second-factor-block />`,
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage {}
