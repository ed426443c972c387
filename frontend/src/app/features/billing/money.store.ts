import { Injectable, inject } from '@angular/core';
import { LanguageStore } from '../../core/i18n/language.store.js';
import { minorUnits } from '../../ui/figures/measure-format.js';

/** Sums as a person writes them: €39, €32.50, 32,50 €. */
@Injectable({ providedIn: 'root' })
export class MoneyStore {
  private readonly language = inject(LanguageStore);

  write(amountMinor: number, currency: string): string {
    const scale = minorUnits(currency);
    const isRound = amountMinor % scale === 0;
    return new Intl.NumberFormat(this.language.locale(), {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...(isRound ? { maximumFractionDigits: 0 } : {}),
    }).format(amountMinor / scale);
  }

  /** With its cents, as on an invoice. */
  exact(amountMinor: number, currency: string): string {
    return new Intl.NumberFormat(this.language.locale(), {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).format(amountMinor / minorUnits(currency));
  }
}
