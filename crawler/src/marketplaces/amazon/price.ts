import type { CheerioAPI } from 'cheerio';
import type { Price } from '../../../../backend/contracts/values/measure.js';
import { readPrice } from '../reading/money.js';
import type { Elements } from '../reading/page-body.js';
import { cleanText } from '../reading/text.js';

// Used and new offers, a second offer, other formats: what they cost is not the price of this listing.
const OTHER_OFFERS =
  '[data-cy="secondary-offer-recipe"], [data-cy="multi-offer-display"], [data-cy="delivery-recipe"]';
const STRUCK = '.a-text-price, [data-a-strike="true"]';

const MEMBERSHIP =
  /kindle\s*unlimited|prime reading|prime video|comixology|audible|amazon music|(?:with|join|your) .{0,20}\bprime\b|membership|subscri(?:be|ption)|suscripci[oó]n|abonnement|mitgliedschaft|\babo\b|abbonamento|iscrizione|assinatura|abonelik|prenumeration|subskrypc|free trial|probemonat|essai|prueba|読み放題|会員|体験|اشتراك/iu;

const BUY_INSTEAD =
  /^(?:or|o|oder|ou|oppure|of|eller|lub|veya|ya da|または|أو)\s|\b(?:to buy|por la compra|para comprar|zum kauf(?:en)?|à l['’]achat|pour acheter|per l['’]acquisto|per acquistare|para compra|kopen|köpa|kupi[ćc]?|satın al)\b|で購入/iu;

/**
 * What the listing costs now, null where the card shows no price of its own. A zero that only members get is no
 * price: the price to buy, if the card names one, stands for it.
 */
export function priceOf($: CheerioAPI, card: Elements, siteCurrency: string): Price | null {
  const recipe = card.find('[data-cy="price-recipe"]');
  const scope = recipe.length > 0 ? recipe : card;
  const shown = scope
    .find('.a-price')
    .toArray()
    .map((price) => $(price))
    .filter(
      (price) =>
        !price.is(STRUCK) &&
        price.closest(OTHER_OFFERS).length === 0 &&
        price.parents('.a-price').length === 0,
    )
    .map((element) => ({ element, price: readShown($, element, siteCurrency) }))
    .filter((one): one is { element: Elements; price: Price } => one.price !== null);
  const first = shown[0];
  if (!first) return null;
  if (first.price.minor === 0 && first.price.relation === 'eq') {
    const beside = shown.find(
      ({ element, price }) => price.minor > 0 && isInRecipeOf(element, first.element),
    );
    const paid = priceToBuy($, card, siteCurrency) ?? beside?.price;
    return paid ?? (isForMembers($, card) ? null : first.price);
  }
  return rangeWith(first.element, shown[1]) ?? first.price;

  function rangeWith(start: Elements, end: (typeof shown)[number] | undefined): Price | null {
    const range = start.closest('.a-price-range');
    if (!first || !end || range.length === 0 || !range.is(end.element.closest('.a-price-range'))) return null;
    const { minor, currency } = first.price;
    if (end.price.currency !== currency || end.price.minor <= minor) return null;
    return { minor, maxMinor: end.price.minor, currency, relation: 'range' };
  }
}

// Another format of the same book has a recipe of its own.
function isInRecipeOf(element: Elements, other: Elements): boolean {
  const recipe = '[data-cy="price-recipe"]';
  return element.closest(recipe).is(other.closest(recipe));
}

/** The text for screen readers, or where it is empty the visible parts: sign, whole part, fraction. */
function readShown($: CheerioAPI, price: Elements, siteCurrency: string): Price | null {
  const spoken = readPrice(price.find('.a-offscreen').first().text(), siteCurrency);
  if (spoken) return spoken;
  const part = (name: string) => cleanText(price.find(name).first().text());
  const whole = part('.a-price-whole').replace(/[.,]$/u, '');
  if (!/\d/u.test(whole)) return null;
  const fraction = part('.a-price-fraction');
  const decimal = cleanText($(price).find('.a-price-decimal').first().text()) || '.';
  return readPrice(`${part('.a-price-symbol')} ${whole}${fraction ? decimal + fraction : ''}`, siteCurrency);
}

function rowsOf($: CheerioAPI, card: Elements): string[] {
  const copy = card.clone();
  copy.find('[data-cy="title-recipe"], h2, .a-price, script, style').remove();
  return copy
    .find('span, a, .a-row')
    .toArray()
    .map((row) => cleanText($(row).text()))
    .filter((text) => text !== '');
}

function priceToBuy($: CheerioAPI, card: Elements, siteCurrency: string): Price | null {
  for (const row of rowsOf($, card)) {
    if (row.length > 80 || !BUY_INSTEAD.test(row)) continue;
    const price = readPrice(row, siteCurrency);
    if (price && price.minor > 0) return price;
  }
  return null;
}

function isForMembers($: CheerioAPI, card: Elements): boolean {
  if (
    card.find('.apex-kindle-program-badge, a[href*="/kindle-dbs/"], a[href*="/kindleunlimited"]').length > 0
  )
    return true;
  return rowsOf($, card).some((row) => row.length <= 200 && MEMBERSHIP.test(row));
}
