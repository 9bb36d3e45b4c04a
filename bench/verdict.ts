/** A promise of the register, and whether it held in this run. */
export type Promised = { what: string; figure: string; holds: boolean };

/**
 * Prints for each promise whether it held.
 * @returns the exit code: 1 if one was broken
 */
export function conclude(promised: readonly Promised[]): 0 | 1 {
  console.log("");
  for (const { what, figure, holds } of promised) console.log(`${holds ? "held  " : "BROKEN"}  ${what}: ${figure}`);
  return promised.every(({ holds }) => holds) ? 0 : 1;
}
