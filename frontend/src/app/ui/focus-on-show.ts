import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** Takes the keyboard when it appears: for what comes in place of the button that was pressed, which takes the focus with it. */
@Directive({ selector: '[dkFocusOnShow]', host: { tabindex: '-1' } })
export class FocusOnShow {
  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender({ read: () => (host.querySelector('input') ?? host).focus() });
  }
}
