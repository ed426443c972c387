import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Shell } from './core/shell/shell.js';

@Component({
  selector: 'dk-root',
  imports: [Shell],
  template: '<dk-shell />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {}
