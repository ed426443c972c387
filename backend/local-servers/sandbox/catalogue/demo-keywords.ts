/**
 * Keywords that sellers of digital products really ask about: a subject, and the kinds of product it is sold as.
 * Written out as crossings, so that a group can be read at a glance.
 */
const CROSSINGS: readonly (readonly [subjects: string, kinds: string])[] = [
  ['budget|digital|daily|weekly|monthly|meal|wedding|fitness|student|teacher|adhd|finance|travel|homeschool|pregnancy|garden|cleaning|project|social media|content|christmas|undated|hourly|prayer|workout|study|self care|goal|small business', 'planner|planner printable'],
  ['budget|daily|weekly|student|wedding|adhd|fitness|meal|digital', 'planner template|planner pdf'],
  ['goodnotes|notability|ipad|notion|canva|google sheets|excel', 'planner|template'],
  ['2026|minimalist|hyperlinked|aesthetic|dark mode|cute|boho', 'digital planner'],
  ['habit|expense|sleep|mood|debt|savings|reading|water|weight loss|bill|symptom|gratitude|screen time|medication|period', 'tracker'],
  ['budget|invoice|inventory|wedding budget|rental property|bookkeeping|profit and loss|crypto|sales|real estate|etsy seller|net worth|debt snowball|payroll', 'spreadsheet|google sheets template'],
  ['resume|business plan|media kit|invoice|price list|contract|newsletter|instagram|pinterest pin|thank you card|menu|wedding invitation|baby shower invitation|birthday invitation|save the date|funeral program|gift certificate|business card|ebook|lead magnet|webinar|presentation|brand kit|website|email signature|proposal|pitch deck|real estate flyer|airbnb welcome book|candle label|yearbook', 'template|canva template'],
  ['christmas|halloween|easter|valentine|thanksgiving|mothers day|fathers day|graduation|teacher|nurse|mom|dog mom|fall|summer|camping|baseball|softball|soccer|football|wildflower|retro|boho|western|funny|bible verse|birthday|mushroom|butterfly|highland cow|coffee', 'svg|png'],
  ['christmas|halloween|teacher|mom|wildflower|retro|western|floral', 'sublimation design'],
  ['watercolor|boho|floral|vintage|woodland|christmas|halloween|baby animal|celestial|botanical|ocean|dinosaur', 'clipart'],
  ['wall art|boho wall art|nursery wall art|kitchen wall art|bathroom wall art|vintage wall art|abstract art|botanical print|bible verse|motivational quote|gallery wall set|mid century art|moody landscape|farmhouse sign|dorm room art', 'printable|digital download'],
  ['coloring|mandala coloring|cute animal coloring|stained glass coloring|activity|alphabet|dinosaur coloring|grayscale coloring', 'book pdf|pages printable'],
  ['preschool|kindergarten|first grade|phonics|math|handwriting|multiplication|spanish|cvc words|sight words|toddler|letter tracing|montessori|science', 'worksheets'],
  ['baby shower|bridal shower|christmas|birthday|bachelorette|family reunion|office party|road trip|valentine', 'games printable'],
  ['chore|reward|behavior|potty training|allowance', 'chart printable'],
  ['crochet|amigurumi|knitting|cross stitch|quilt|sewing|embroidery|macrame|beading|plush|tote bag|baby blanket crochet|leather', 'pattern|pattern pdf'],
  ['procreate|lightroom|photoshop', 'brushes|presets|overlays'],
  ['keto|air fryer|sourdough|meal prep|vegan|smoothie|high protein|low fodmap', 'recipe ebook|cookbook pdf'],
  ['passive income|etsy seo|self help|manifestation|affiliate marketing|social media marketing|digital marketing|ai prompts|dropshipping|amazon kdp|crochet for beginners|gardening', 'ebook|guide pdf'],
  ['shadow work|gratitude|manifestation|five minute|anxiety|dream|prayer|reading|travel|therapy|bible study|wellness', 'journal'],
  ['wedding|airbnb|party|restaurant|baby shower|classroom', 'sign template'],
  ['bridesmaid proposal|place card|gift tag|candle|product|address|pantry|spice jar', 'labels template'],
  ['script|handwritten|serif|retro|cricut|wedding|bold|groovy', 'font'],
  ['cricut|laser cut|3d printer|cnc|glowforge', 'files|svg files'],
  ['kdp|low content book|notebook', 'interior|cover template'],
  ['plr|mrr|done for you', 'digital products|ebook'],
  ['twitch|discord|zoom', 'overlay|background'],
  ['desktop|iphone|phone', 'wallpaper aesthetic'],
  ['advent calendar|wall calendar|content calendar|perpetual calendar|2026 calendar', 'printable'],
  ['knitting|dnd character|recipe|d&d campaign|tarot|cocktail', 'cards printable'],
]; // prettier-ignore

/** Some 500 keywords, in lower case, each once. */
export const DEMO_KEYWORDS: readonly string[] = [
  ...new Set(
    CROSSINGS.flatMap(([subjects, kinds]) =>
      kinds.split('|').flatMap((kind) => subjects.split('|').map((subject) => `${subject} ${kind}`)),
    ),
  ),
];
