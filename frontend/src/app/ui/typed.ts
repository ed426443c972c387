/** What the API takes, as far as a page can tell before it asks. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

const SHORTEST = 10;
const LONGEST = 200;
/** Counted as they are typed: an emoji is one. */
export const isPassword = (text: string): boolean => [...text].length >= SHORTEST && text.length <= LONGEST;
