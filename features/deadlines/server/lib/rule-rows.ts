import "server-only";
import { and, between, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { evidence } from "@/db/schema/evidence";
import { periods } from "@/db/schema/periods";
import { planEntries } from "@/db/schema/plan-entries";
import { workPlans } from "@/db/schema/work-plans";
import { addDays } from "@/domain/days";
import { type DeadlineRules, isNamed, type RuleKind } from "@/domain/deadline-rules";
import type { EvidenceKind } from "@/domain/evidence";
import { deadlineColumns, type Window } from "./deadline-columns";

/**
 * When the work ended, or is planned to end. Must match the expression of the index on
 * plan_entries.
 */
const end = sql`coalesce(${planEntries.actualEndOn}, ${planEntries.plannedEndOn})`;

/** True if the work has ended, by its day or by its status; before that nothing is late. */
const hasEnded = sql`(${planEntries.actualEndOn} is not null or coalesce(${planEntries.status}, 'ongoing') = 'implemented')`;

/**
 * True if the entry was carried into a later plan and approved there. The rules then apply to the
 * later entry.
 */
const goesOn = sql`exists (
  select 1 from plan_entries later where later.carried_from_id = ${planEntries.id} and later.stage = 'approved'
)`;

/**
 * The entries to which the rules apply: approved, not completed, not cancelled, and not carried on.
 */
const isRuled = sql`${planEntries.stage} = 'approved'
  and coalesce(${planEntries.status}, 'ongoing') not in ('completed', 'cancelled') and not ${goesOn}`;

const hasEvidence = (kind: EvidenceKind) => sql`exists (
  select 1 from ${evidence}
  where ${evidence.entryId} = ${planEntries.id} and ${evidence.kind} = ${kind} and ${evidence.removedAt} is null
)`;

type Asked = {
  rules: DeadlineRules /** Names of funds, as entries bear them, whose money rules count. */;
  funds: readonly string[];
};

/** The funds of the register that the rules name. */
export async function readNamedFunds(db: Database, rules: DeadlineRules): Promise<string[]> {
  const rows = await db.selectDistinct({ fund: planEntries.fund }).from(planEntries).where(isNotNull(planEntries.fund));
  return rows.flatMap(({ fund }) => (fund !== null && isNamed(fund, rules.funds) ? [fund] : []));
}

/**
 * The requirements of the rules, a row for each entry and rule. They are computed and not stored.
 * @param which the entries; the caller restricts them to what the actor may see
 * @param window range of due days; without it, days that are not known yet are included
 */
export function ruleRows(db: Database, { rules, funds }: Asked, which: SQL | undefined, window?: Window) {
  const ofFund = funds.length > 0 ? inArray(planEntries.fund, [...funds]) : sql`false`;
  const ask = (
    kind: RuleKind,
    { dueOn, isPlanned, isDone }: Record<"dueOn" | "isPlanned" | "isDone", SQL>,
    where?: SQL,
  ) =>
    db
      .select(
        deadlineColumns({
          kind: sql`${kind}`,
          id: sql`${planEntries.id}`,
          dueOn,
          endOn: dueOn,
          isDone,
          isPlanned,
          titleEn: sql`null`,
          titleLo: sql`null`,
          about: sql`${activities.code}`,
          isConfidential: sql`${planEntries.isConfidential}`,
        }),
      )
      .from(planEntries)
      .innerJoin(activities, eq(activities.id, planEntries.activityId))
      .innerJoin(workPlans, eq(workPlans.id, planEntries.workPlanId))
      .innerJoin(periods, eq(periods.id, workPlans.periodId))
      .where(and(isRuled, which, where));
  const afterEnd = (kind: RuleKind, days: number, evidenceKind: EvidenceKind, where?: SQL) => {
    const isDue = window && between(end, addDays(window.from, -days), addDays(window.to, -days));
    const asked = {
      dueOn: sql`${end} + ${days}::int`,
      isPlanned: sql`not ${hasEnded}`,
      isDone: hasEvidence(evidenceKind),
    };
    return ask(kind, asked, and(isDue, where));
  };
  const paidBy = sql`(make_date(extract(year from ${periods.endsOn})::int + 1, ${rules.disbursedMonth}::int, 1) + interval '1 month - 1 day')::date`;
  const isPaid = sql`coalesce(${planEntries.budgetApprovedUsd}, 0) > 0
    and coalesce(${planEntries.budgetDisbursedUsd}, 0) * 100 >= ${planEntries.budgetApprovedUsd} * ${rules.disbursedPercent}::int`;
  const isPaymentDue = window && between(paidBy, window.from, window.to);
  return [
    ask("disbursement", { dueOn: paidBy, isPlanned: sql`false`, isDone: isPaid }, and(ofFund, isPaymentDue)),
    afterEnd("financial_report", rules.financialReportDays, "financial_report", ofFund),
    afterEnd("completion_report", rules.completionReportDays, "report"),
  ] as const;
}
