import type { CheerioAPI } from 'cheerio';
import type { Elements } from '../reading/page-body.js';

/**
 * Every card carries the word "Sponsored", for people to see on some only. Two roads lead to what they see: the name
 * that a screen reader hears (`aria-labelledby` pointing to hidden elements, some of them empty), and the place where
 * the picture of the word is drawn (its offsets sum to nearly nothing, or to far outside). Where both are there and
 * agree it is known; otherwise it is not.
 */
export function isSponsored($: CheerioAPI, card: Elements): boolean | null {
  const label = card
    .find('.s-item__sep [aria-labelledby][style*="base64"], [role="text"][aria-labelledby][style*="base64"]')
    .first();
  if (label.length === 0) return null;
  const heard = isHeard($, label.attr('aria-labelledby') ?? '');
  const drawn = isDrawn(label.attr('style') ?? '');
  return heard !== null && heard === drawn ? heard : null;
}

/** Only the first of the ids that lead anywhere is meant; the further ones are noise in the real pages. */
function isHeard($: CheerioAPI, ids: string): boolean | null {
  const [first] = ids.split(/\s+/u).filter((id) => /^[\w-]+$/u.test(id));
  return first === undefined ? null : $(`[id="${first}"]`).first().text().trim() !== '';
}

function isDrawn(style: string): boolean | null {
  const encoded = /base64,([A-Za-z0-9+/=]+)/u.exec(style)?.[1];
  if (encoded === undefined) return null;
  const svg = Buffer.from(encoded, 'base64').toString('latin1');
  if (!svg.includes('<svg')) return null;
  const along = (axis: 'x' | 'y', translated: 1 | 2) => {
    const move = /translate\(\s*([-\d.]+)[\s,]+([-\d.]+)/u.exec(svg);
    return attribute(svg, axis) + attribute(svg, `d${axis}`) + Number(move?.[translated] ?? 0);
  };
  const isNear = (offset: number) => Math.abs(offset) < 500;
  return isNear(along('x', 1)) && isNear(along('y', 2));
}

function attribute(svg: string, name: string): number {
  return Number(new RegExp(`\\s${name}=['"]([-\\d.]+)['"]`, 'u').exec(svg)?.[1] ?? 0);
}
