/** Words that sellers of digital products search for, most frequent first. */
const WORDS =
  `planner printable template svg digital wedding budget tracker wall art clipart sticker journal calendar
  bundle editable invitation canva worksheet boho christmas birthday baby shower png cut file sublimation design party
  vintage floral minimalist watercolor kids teacher classroom business card logo resume cv social media instagram
  pattern crochet sewing knitting quilt cross stitch coloring pages recipe meal weekly daily monthly undated goodnotes
  ipad notion spreadsheet excel google sheets habit fitness workout gratitude mindfulness wellness self care mental
  health adhd chore chart reading log homeschool preschool alphabet flashcards math science halloween easter valentine
  mother father day graduation anniversary bridal seating menu sign thank you tag label gift box packaging brand kit
  font script serif retro groovy rustic farmhouse modern abstract geometric botanical tropical celestial moon stars
  mushroom cottagecore kawaii pastel neutral aesthetic cute funny quote mug tumbler wrap shirt hoodie nurse mom dad dog
  cat horse dinosaur unicorn mermaid princess pirate space rocket truck tractor football baseball soccer cheer dance
  guitar piano music sheet chord ebook guide checklist cleaning moving travel itinerary packing bucket list savings
  challenge debt payoff bill income expense ledger invoice contract client onboarding course workbook webinar podcast
  listing real estate airbnb welcome book cleaning rental lease property menu restaurant flyer poster banner brochure
  newsletter email signature mockup frame print map family tree memorial funeral program obituary prayer bible study
  devotional scripture church sermon youth camp scout`.split(/\s+/);
const STARTS = 'b br c ch d dr f fl g gr h j k kl l m n p pl qu r s sh st t tr v w y z'.split(' ');
const MIDDLES = 'a e i o u ai ea ie oo ou'.split(' ');
const ENDS = 'b ck d ff g ll m n nd ng nt p r rn rt s ss st t tch x z'.split(' ');
/** Names of shops, people, places: rare ones, of which there are many. */
const RARE_WORDS = 30_000;

/** The same number from 0 to 1 for the same question, always. */
export function chance(seed: number, about: number): number {
  let x = Math.imul(seed ^ Math.imul(about, 0x9e3779b1), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
}

const one = (of: readonly string[], at: number): string => of[Math.floor(at * of.length)] ?? '';

function rareWord(number: number): string {
  const at = (about: number) => chance(number + 1, about);
  const first = one(STARTS, at(1)) + one(MIDDLES, at(2)) + one(ENDS, at(3));
  return at(4) < 0.6 ? first + one(MIDDLES, at(5)) + one(ENDS, at(6)) : first;
}

function word(seed: number, about: number): string {
  const place = chance(seed, about);
  // Some words are in every third keyword and most in next to none, as in any language.
  if (chance(seed, about + 50) < 0.85) return one(WORDS, place ** 2);
  return rareWord(Math.floor(place ** 2 * RARE_WORDS));
}

/** Keyword number `index`: two to five words; no two alike, because of the number that one in three ends with or a rare word. */
export function keywordName(index: number): string {
  const words = 2 + Math.floor(chance(index, 1) * 3);
  const chosen = Array.from({ length: words }, (_, i) => word(index, 10 + i));
  return [
    ...new Set(chosen),
    ...(chance(index, 2) < 0.3 ? [String(2020 + Math.floor(chance(index, 3) * 10))] : []),
  ].join(' ');
}
