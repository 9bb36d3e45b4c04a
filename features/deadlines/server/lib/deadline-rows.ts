import "server-only";
import { and, asc, between, desc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { createTranslator } from "next-intl";
import type { Database } from "@/db/client";
import { inOrderOf } from "@/db/order";
import { activities } from "@/db/schema/activities";
import { meetings } from "@/db/schema/meetings";
import { milestones } from "@/db/schema/milestones";
import { planEntries } from "@/db/schema/plan-entries";
import { type DeadlineRules, ruleKinds } from "@/domain/deadline-rules";
import type { DeadlineState } from "@/domain/deadlines";
import type { Actor } from "@/domain/roles";
import type { Locale } from "@/domain/vocabulary";
import { type DeadlineKind, type DeadlineOrder, deadlineKinds } from "@/features/deadlines/address";
import { catalogue } from "@/i18n/catalogue";
import { formatPercent } from "@/i18n/format";
import { visibleEntries } from "@/server/scope";
import { readSetting } from "@/server/settings";
import { deadlineColumns, type Window } from "./deadline-columns";
import { visibleDeadlines } from "./own-deadline-lines";
import { readNamedFunds, ruleRows } from "./rule-rows";
import { deadlineRules } from "./rules";

type Scope = { db: Database; actor: Actor; today: string };

export type DeadlineSelection = {
  window: Window;
  kind: DeadlineKind | null;
  /** Null for everything that is not done. */
  state: DeadlineState | null;
  /** Leaves out what is confidential. */
  isPublic?: boolean;
  /** `nearest`: by distance from today; otherwise the order that the reader chose. */
  order: "nearest" | (DeadlineOrder & { locale: Locale });
  limit: number;
  offset: number;
};

/** A day of any kind; days as `YYYY-MM-DD`. */
export type DeadlineRow = {
  kind: DeadlineKind;
  /** Id of the deadline or meeting; for a rule, of the entry. */
  id: number;
  dueOn: string;
  endOn: string;
  state: DeadlineState;
  isPlanned: boolean;
};

/**
 * The days that match and that the actor may see. The database filters, sorts and counts them; each
 * row has the total number.
 */
export async function selectDeadlines({ db, actor, today }: Scope, wanted: DeadlineSelection) {
  const { kind, state, isPublic, order, limit, offset } = wanted;
  const { value: rules } = await readSetting(db, deadlineRules);
  const all = await branches({ db, actor, today }, wanted.window, rules);
  const chosen = deadlineKinds.filter((one) => kind === null || one === kind).map((one) => sql`(${all[one]})`);
  // Meetings count by their last day. A day that depends on a planned end is never late.
  const stateOfDay = sql`case when d.is_done then 'done' when not d.is_planned and d.end_on < ${today}::date then 'late' else 'open' end`;
  const isState = state === null ? sql`d.state <> 'done'` : sql`d.state = ${state}`;
  return db
    .select({
      kind: sql<DeadlineKind>`d.kind`,
      id: sql<number>`d.id`,
      dueOn: sql<string>`d.due_on::text`,
      endOn: sql<string>`d.end_on::text`,
      state: sql<DeadlineState>`d.state`,
      isPlanned: sql<boolean>`d.is_planned`,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(sql`(select d.*, ${stateOfDay} as state from (${sql.join(chosen, sql` union all `)}) d) d`)
    .where(and(isState, isPublic ? sql`not d.is_confidential` : undefined))
    .orderBy(...(order === "nearest" ? nearest(today) : ordered(order, rules)))
    .limit(limit)
    .offset(offset);
}

const nearest = (today: string) => [sql`abs(d.due_on - ${today}::date)`, sql`d.kind`, sql`d.id`];

function ordered({ key, direction, locale }: DeadlineOrder & { locale: Locale }, rules: DeadlineRules): SQL[] {
  const own = locale === "lo" ? sql`coalesce(d.title_lo, d.title_en)` : sql`coalesce(d.title_en, d.title_lo)`;
  const by = {
    day: sql`d.due_on`,
    // Days of rules are sorted by the label that is shown for them.
    title: inOrderOf(locale, sql`coalesce(${own}, ${ruleWords(rules, locale)})`),
    of: inOrderOf(locale, sql`d.about`),
  }[key];
  return [direction === "asc" ? asc(by) : desc(by), sql`d.due_on`, sql`d.kind`, sql`d.id`];
}

function ruleWords({ disbursedPercent }: DeadlineRules, locale: Locale): SQL {
  const t = createTranslator({ locale, messages: catalogue[locale], namespace: "deadlines.rules" });
  const percent = formatPercent(disbursedPercent, locale);
  const cases = ruleKinds.map((kind) => sql`when ${kind} then ${t(`kind.${kind}`, { percent })}`);
  return sql`case d.kind ${sql.join(cases, sql` `)} end`;
}

async function branches({ db, actor, today }: Scope, window: Window, rules: DeadlineRules) {
  const asked = { rules, funds: await readNamedFunds(db, rules) };
  // A day that depends on a planned end is dropped once it is past, because the work has not ended.
  const isWaitedFor = sql`not (is_planned and due_on < ${today}::date)`;
  const ruled = ruleRows(db, asked, visibleEntries(db, actor), window).map(
    (rows) => sql`select * from (${rows}) r where ${isWaitedFor}`,
  );
  const [disbursement, financialReport, completionReport] = ruled;
  return {
    milestone: milestoneRows(db, actor, window),
    meeting: meetingRows(db, window, today),
    disbursement,
    financial_report: financialReport,
    completion_report: completionReport,
  };
}

/**
 * Nothing is expected of work that was cancelled, or of a proposal that is withdrawn, merged or not
 * supported.
 */
const isAsked = sql`coalesce(${planEntries.status}, 'ongoing') <> 'cancelled'
  and coalesce(${planEntries.stage}, 'draft') not in ('withdrawn', 'merged', 'not_supported')`;

function milestoneRows(db: Database, actor: Actor, { from, to }: Window) {
  return db
    .select(
      deadlineColumns({
        kind: sql`'milestone'`,
        id: sql`${milestones.id}`,
        dueOn: sql`${milestones.dueOn}`,
        endOn: sql`${milestones.dueOn}`,
        isDone: sql`${milestones.doneOn} is not null`,
        // Nothing is late because of a meeting that is not held.
        isPlanned: sql`${milestones.anchor} = 'meeting' and coalesce(${meetings.state} in ('postponed', 'cancelled'), false)`,
        titleEn: sql`${milestones.titleEn}`,
        titleLo: sql`${milestones.titleLo}`,
        about: sql`coalesce(${activities.code}, ${meetings.code})`,
        isConfidential: sql`coalesce(${planEntries.isConfidential}, false)`,
      }),
    )
    .from(milestones)
    .leftJoin(planEntries, eq(planEntries.id, milestones.entryId))
    .leftJoin(activities, eq(activities.id, planEntries.activityId))
    .leftJoin(meetings, eq(meetings.id, milestones.meetingId))
    .where(and(between(milestones.dueOn, from, to), isAsked, visibleDeadlines(db, actor)));
}

/** The latest day that an imprecise day can be, the same as `latestDay` of domain/days.ts. */
const latest = (day: SQLWrapper, precision: SQLWrapper) => sql`case ${precision}
  when 'unknown' then null
  when 'week' then ${day} + (7 - extract(isodow from ${day})::int)
  when 'month' then (date_trunc('month', ${day}::timestamp) + interval '1 month - 1 day')::date
  else ${day} end`;

/** A meeting whose days are imprecise is listed on the latest days that they can be. */
function meetingRows(db: Database, { from, to }: Window, today: string) {
  const first = latest(meetings.firstOn, meetings.firstPrecision);
  const last = latest(meetings.lastOn, meetings.lastPrecision);
  const endOn = sql`coalesce(${last}, ${first})`;
  const dueOn = sql`least(${first}, ${endOn})`;
  return db
    .select(
      deadlineColumns({
        kind: sql`'meeting'`,
        id: sql`${meetings.id}`,
        dueOn,
        endOn,
        // A meeting is done after its last day and is never late.
        isDone: sql`${endOn} < ${today}::date`,
        isPlanned: sql`false`,
        titleEn: sql`${meetings.titleEn}`,
        titleLo: sql`${meetings.titleLo}`,
        about: sql`${meetings.code}`,
        isConfidential: sql`false`,
      }),
    )
    .from(meetings)
    .where(and(sql`${endOn} >= ${from}`, sql`${dueOn} <= ${to}`));
}
