import { Directive, ElementRef, Injector, afterNextRender, inject } from '@angular/core';

/** Puts the keyboard into the first field that is wrong, once the page says so: nobody has to look for it. */
@Directive({ selector: 'form[dkFirstWrong]', host: { '(submit)': 'find()' } })
export class FirstWrong {
  private readonly form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected find(): void {
    const focus = () => this.form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
