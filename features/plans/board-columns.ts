import type { Stage } from "@/domain/lifecycle";

/**
 * The columns of the proposal board: the stages up to approval, and one column for all other
 * stages.
 */
export const boardColumns = [
  { name: "draft", stages: ["draft"] },
  { name: "submitted", stages: ["submitted"] },
  { name: "considered", stages: ["considered"] },
  { name: "accepted", stages: ["accepted"] },
  { name: "endorsed", stages: ["endorsed"] },
  { name: "approved", stages: ["approved"] },
  { name: "aside", stages: ["returned", "deferred", "merged", "withdrawn", "not_supported"] },
] as const satisfies readonly { name: Stage | "aside"; stages: readonly Stage[] }[];

export type BoardColumn = (typeof boardColumns)[number]["name"];

/**
 * The lines by column, in unchanged order. Lines without a stage are counted and are in no column.
 */
export function onBoard<L extends { stage: Stage | null }>(
  lines: readonly L[],
): { columns: { name: BoardColumn; lines: L[] }[]; withoutStage: number } {
  const isOf = (stages: readonly Stage[]) => (line: L) => line.stage !== null && stages.includes(line.stage);
  return {
    columns: boardColumns.map(({ name, stages }) => ({ name, lines: lines.filter(isOf(stages)) })),
    withoutStage: lines.filter(({ stage }) => stage === null).length,
  };
}
