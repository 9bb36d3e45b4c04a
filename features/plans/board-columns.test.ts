import { expect, it } from "vitest";
import { stages } from "@/domain/lifecycle";
import { boardColumns, onBoard } from "./board-columns";

it("has one column for each stage up to approval, and one for all others", () => {
  expect(boardColumns.flatMap((column) => column.stages as readonly string[]).sort()).toEqual([...stages].sort());
});

it("puts each line into its column in unchanged order, and counts those without a stage", () => {
  const line = (code: string, stage: (typeof stages)[number] | null) => ({ code, stage });
  const { columns, withoutStage } = onBoard([
    line("b", "submitted"),
    line("a", "submitted"),
    line("c", "withdrawn"),
    line("d", "deferred"),
    line("e", null),
  ]);
  expect(withoutStage).toBe(1);
  const codes = columns.map(({ name, lines }) => `${name}: ${lines.map(({ code }) => code).join(" ")}`.trim());
  expect(codes).toEqual([
    ...["draft:", "submitted: b a", "considered:", "accepted:", "endorsed:", "approved:", "aside: c d"],
  ]);
});
