/** The four 32-bit words of a counter or of its random image, as unsigned integers. */
export type Words4 = readonly [number, number, number, number];
export type Words2 = readonly [number, number];

const multiplierA = 0xd2511f53;
const multiplierB = 0xcd9e8d57;
const weylA = 0x9e3779b9;
const weylB = 0xbb67ae85;

const { floor, imul } = Math;

/** High 32 bits of the unsigned 64-bit product, by 16-bit halves: JavaScript has only the low half built in. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  return (aHigh * bHigh + floor(middle / 65536) + (aLow * bHigh + (middle & 0xffff)) / 65536) >>> 0;
}

/**
 * Philox4x32: a random function of a counter. The same counter and key always give the same four words, so the random numbers
 * of sample k can be made without making those of the samples before it.
 *
 * Shapes  counter: four unsigned 32-bit words; key: two; returns four.
 * Source  Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11; known answers of Random123.
 * @example philox4x32([0, 0, 0, 0], [0, 0]) // => [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]
 */
export function philox4x32(counter: Words4, key: Words2, rounds = 10): Words4 {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < rounds; round++) {
    const highA = highProduct(multiplierA, c0);
    const lowA = imul(multiplierA, c0) >>> 0;
    const highB = highProduct(multiplierB, c2);
    const lowB = imul(multiplierB, c2) >>> 0;
    c0 = (highB ^ c1 ^ k0) >>> 0;
    c1 = lowB;
    c2 = (highA ^ c3 ^ k1) >>> 0;
    c3 = lowA;
    k0 = (k0 + weylA) >>> 0;
    k1 = (k1 + weylB) >>> 0;
  }
  return [c0, c1, c2, c3];
}
