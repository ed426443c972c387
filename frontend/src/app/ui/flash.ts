import { Directive, ElementRef, effect, inject, input } from '@angular/core';

const FLASH_MS = 900;

/** Flashes the background once, softly, when the text given changes while it is on screen. Still where motion is unwanted. */
@Directive({ selector: '[dkFlash]' })
export class Flash {
  readonly dkFlash = input.required<string>();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private before: string | undefined;

  constructor() {
    effect(() => {
      const now = this.dkFlash();
      const changed = this.before !== undefined && this.before !== now;
      this.before = now;
      if (!changed || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
      this.element.animate([{ backgroundColor: 'var(--accent-soft)' }, { backgroundColor: 'transparent' }], {
        duration: FLASH_MS,
        easing: 'ease-out',
      });
    });
  }
}
