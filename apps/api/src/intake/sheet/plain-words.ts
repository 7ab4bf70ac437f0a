/** Text made comparable: one form of each letter, small letters, no-break and other spaces as one blank, edges and end marks off. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00a0\u2007\u202f]+/gu, ' ')
    .replace(/^[\s"'”“‘’]+|[\s"'”“‘’:.]+$/gu, '')
    .trim();
}

/**
 * How many letters must be put in, taken out, changed or swapped with their neighbour to make one text the other.
 * Source  Damerau–Levenshtein distance, optimal string alignment; stops early once it passes `most` and then gives `most + 1`.
 * @example editDistance('oxelösundd', 'oxelösund', 2) // => 1
 */
export function editDistance(a: string, b: string, most: number): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[right.length] as number, most + 1);
}

/**
 * The one candidate that is nearest to a misspelt text, or null when none is near or two are equally near.
 * Near means at most one slip per four letters, and never more than two.
 */
export function nearest<Item>(text: string, candidates: readonly Item[], nameOf: (item: Item) => string): Item | null {
  const wanted = plainWords(text);
  const most = Math.min(2, Math.floor(Array.from(wanted).length / 4));
  if (most === 0) return null;
  let best: { item: Item; name: string; distance: number } | null = null;
  let isTied = false;
  for (const item of candidates) {
    const name = plainWords(nameOf(item));
    const distance = editDistance(wanted, name, most);
    if (distance > most || (best && distance > best.distance)) continue;
    isTied = best !== null && distance === best.distance && name !== best.name;
    best = { item, name, distance };
  }
  return best && !isTied ? best.item : null;
}
