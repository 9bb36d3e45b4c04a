/** The value below which this share of the numbers is. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const ms = (number: number): string => `${number.toFixed(number < 10 ? 1 : 0)} ms`;

/** A figure with its aim: an upper or a lower bound. */
export type Aim = { what: string; value: number; atMost: number } | { what: string; value: number; atLeast: number };

/** Prints each figure with its aim; a missed aim is not an error. */
export function printAims(aims: readonly Aim[]): void {
  const rows = aims.map((aim) => {
    const [sign, bound] = "atMost" in aim ? ["<=", aim.atMost] : [">=", aim.atLeast];
    const holds = "atMost" in aim ? aim.value <= aim.atMost : aim.value >= aim.atLeast;
    return {
      what: aim.what,
      value: Number(aim.value.toFixed(2)),
      aim: `${sign} ${bound}`,
      holds: holds ? "yes" : "no",
    };
  });
  console.table(rows);
}
