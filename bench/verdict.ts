/** One thing that the register promises, and whether it held in this run. */
export type Promised = { what: string; figure: string; holds: boolean };

/** Says of each promise whether it held. @returns the code to end with: 1 where one was broken */
export function conclude(promised: readonly Promised[]): 0 | 1 {
  console.log("");
  for (const { what, figure, holds } of promised) console.log(`${holds ? "held  " : "BROKEN"}  ${what}: ${figure}`);
  return promised.every(({ holds }) => holds) ? 0 : 1;
}
