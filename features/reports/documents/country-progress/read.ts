import "server-only";
import { and, eq, gte, lte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { workPlans } from "@/db/schema/work-plans";
import { AppError } from "@/domain/errors";
import { visibility } from "@/domain/permissions";
import type { Actor } from "@/domain/roles";
import { currentPlanId, nextPlanId } from "@/features/reports/read/current-plan";
import { readEntries } from "@/features/reports/read/read-entries";
import { comingMeeting, meetingFor, readMeeting } from "@/features/reports/read/read-meeting";
import { readPlans } from "@/features/reports/read/read-plans";
import type { ReportPlan } from "@/features/reports/report-data";
import { type Context, today } from "@/server/context";
import { notConfidential, published } from "@/server/scope";
import type { DocumentScope } from "../define-document";
import type { countryProgressAddress } from "./address";
import type { ProgressData } from "./compose";

/** A focal point may only report on its own state; every other state is then NOT_FOUND. */
async function readState(db: Database, actor: Actor, asked: string | null, home: string) {
  const scope = visibility(actor);
  const where =
    scope.kind === "state" ? eq(memberStates.id, scope.memberStateId) : eq(memberStates.code, asked ?? home);
  const [state] = await db
    .select({ code: memberStates.code, en: memberStates.nameEn, lo: memberStates.nameLo })
    .from(memberStates)
    .where(where);
  if (!state || (asked !== null && state.code !== asked)) throw new AppError("NOT_FOUND");
  return { code: state.code, names: { en: state.en, lo: state.lo } };
}

async function readPlan(db: Database, context: Context, periodCode: string | null): Promise<ReportPlan> {
  const ofAsean = eq(workPlans.framework, "adgsom_atrc");
  const where =
    periodCode === null
      ? eq(workPlans.id, await currentPlanId(db, context))
      : and(ofAsean, eq(periods.code, periodCode));
  const [plan] = await readPlans(db, where, notConfidential(db));
  if (!plan) throw new AppError("NOT_FOUND");
  return plan;
}

/**
 * Partners' plans that run in this cycle or the next: the report lists both what was done and what
 * is planned.
 */
function readPartnerPlans(db: Database, plan: ReportPlan, nextPlan: ReportPlan | null): Promise<ReportPlan[]> {
  const until = (nextPlan ?? plan).period.endsOn;
  const runs = and(lte(periods.startsOn, until), gte(periods.endsOn, plan.period.startsOn));
  return readPlans(db, and(eq(workPlans.framework, "partner"), runs), notConfidential(db));
}

/**
 * Reads the country progress report of one member state for a meeting.
 * @throws AppError NOT_FOUND for an unknown state, period or meeting, and for a state other than
 *   the focal point's own
 */
export async function readProgress({ db, actor, input, context, frame }: DocumentScope<typeof countryProgressAddress>) {
  const state = await readState(db, actor, input.state, frame.home.stateCode);
  const plan = await readPlan(db, context, input.period);
  const nextId = await nextPlanId(db, plan.period.endsOn);
  const [nextPlan = null] = nextId === null ? [] : await readPlans(db, eq(workPlans.id, nextId), notConfidential(db));
  const partnerPlans = input.sections.includes("partners") ? await readPartnerPlans(db, plan, nextPlan) : [];
  const meeting =
    input.meeting === null
      ? await meetingFor(db, [nextPlan?.period.code ?? null, plan.period.code], today(context))
      : await readMeeting(db, input.meeting);
  const day = today(context);
  const isHeld = meeting?.lastOn !== null && meeting !== null && meeting.lastOn < day;
  const planIds = [plan, nextPlan, ...partnerPlans].flatMap((one) => (one ? [one.id] : []));
  const isOwnState = state.code === frame.home.stateCode;
  const data: ProgressData = {
    state,
    isOwnState,
    plan,
    nextPlan,
    partnerPlans,
    meeting,
    isHeld,
    nextMeeting: isHeld ? await comingMeeting(db, day) : null,
    entries: await readEntries(db, actor, planIds, published(db)),
    isPartial: visibility(actor).kind === "state",
  };
  const chosen = { state: state.code, period: plan.period.code, meeting: meeting?.code ?? "none", isOwnState };
  return { data: { ...data, sections: input.sections }, chosen };
}
