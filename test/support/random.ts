/** Added to every seed, so that `CONTROL_LENS_SEED=1 npm run test:long` tries other cases. */
const SHIFT = Number(process.env['CONTROL_LENS_SEED'] ?? 0) * 7919;

/** Random numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed + SHIFT;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A text of up to `most` pieces, each one of those given. */
export function randomText(random: () => number, pieces: readonly string[], most: number): string {
  const count = Math.floor(random() * (most + 1));
  return Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
}
