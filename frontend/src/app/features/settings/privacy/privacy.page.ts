import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ConsentsBlock } from './consents-block.js';
import { EraseBlock } from './erase-block.js';
import { ExportBlock } from './export-block.js';

@Component({
  selector: 'dk-privacy-page',
  imports: [ConsentsBlock, EraseBlock, ExportBlock],
  template: `<dk-consents-block />
    <dk-export-block />
    <dk-erase-block />`,
  styleUrl: '../settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivacyPage {}
