/**
 * Random numbers from 0 to 1, the same in each run (xorshift32).
 * @param seed any whole number except 0
 */
export function randomOf(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A copy in which about this share of the bytes has one bit flipped. */
export function mangle(bytes: Uint8Array, share: number, random: () => number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const count = Math.max(1, Math.round(bytes.length * share));
  for (let number = 0; number < count; number += 1) {
    const at = Math.floor(random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return copy;
}
