/** The value below which this share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const ms = (number: number): string => `${number.toFixed(number < 10 ? 1 : 0)} ms`;

/** A figure beside what it is meant to be at most, or at least. */
export type Aim = { what: string; value: number; atMost: number } | { what: string; value: number; atLeast: number };

/** Prints each figure beside its aim; nothing fails on one. */
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
