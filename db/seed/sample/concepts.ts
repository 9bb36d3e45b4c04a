import "server-only";
import type { concepts } from "@/db/schema/concepts";
import type { ActivityKind } from "@/domain/vocabulary";
import type { SampleEntry } from "./rows";

type Texts = Omit<typeof concepts.$inferInsert, "entryId" | "version" | "updatedAt">;

/** The deliverables and the method of an activity of each kind. */
const ways: Readonly<Record<ActivityKind, readonly [deliverable: string, method: string]>> = {
  study: ["A study with recommendations, published in English", "Desk research, a questionnaire to all member states"],
  guideline: ["A guideline of at most thirty pages", "Two drafting rounds by correspondence and one workshop"],
  training: ["Course material and forty trained officials", "Two courses of three days each"],
  event: ["A forum of two days and its summary", "A programme committee of the proponent and two partners"],
  system: ["A working service and its manual", "A small team builds it in three releases"],
  framework: ["A common framework and a glossary", "A drafting group meets every second month"],
  cooperation: ["A joint plan of work and its first review", "Meetings of focal points each quarter"],
  other: ["A report on what was done", "Meetings of focal points each quarter"],
};

/** The sample concept note of a proposal; every part says that it is sample text. */
export function conceptOf(row: SampleEntry): Texts {
  const [deliverable, method] = ways[row.activity?.kind ?? "other"];
  const others = row.takePart === "all" ? "all member states" : `${row.takePart.length + 1} member states`;
  const sample = (text: string) => `Sample text: ${text}.`;
  return {
    purpose: sample(`to bring the practice of ${others} closer together in this field`),
    background: sample("member states work on this alone today; an earlier workshop asked for a common step"),
    objectives: sample(deliverable),
    beneficiaries: sample(`ministries, regulators and users in ${others}`),
    workPlan: sample(`inception in ${row.planned[0]}, a mid-term review, results by ${row.planned[1]}`),
    method: sample(method),
    funding: sample(row.fund ? `${row.fund}, and the proponent in kind` : "the proponent, and a partner to be found"),
    successIndicators: sample("the deliverable is used by at least three member states within a year"),
  };
}
