const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

interface Limits {
  /** UTF-16 code units, the strictest way to count characters. */
  characters: number;
  /** Of the text in UTF-8. */
  bytes?: number;
}

/**
 * One line of text within the limits: white space folded, cut between words where there are any (never inside what a
 * reader sees as one character), an ellipsis where something was cut.
 */
export function shorten(text: string, { characters, bytes = Infinity }: Limits): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const fits = (candidate: string) => candidate.length <= characters && Buffer.byteLength(candidate) <= bytes;
  if (fits(line)) return line;
  let cut = '';
  for (const { segment } of graphemes.segment(line)) {
    if (!fits(cut + segment + ELLIPSIS)) break;
    cut += segment;
  }
  const lastSpace = cut.lastIndexOf(' ');
  const wholeWords = line[cut.length] !== ' ' && lastSpace > cut.length / 2 ? cut.slice(0, lastSpace) : cut;
  return wholeWords.replace(/[\s,;:–-]+$/u, '') + ELLIPSIS;
}
