import { createHash, randomBytes } from "node:crypto";
import { ask } from "../support/database";
import { addEntry, addFile, addOngoing, closedPlan, stateId } from "../support/entries";
import { samplePassword, type TestSite } from "../support/server";
import { mintSession } from "../support/session";
import { callAction, type Fields } from "./actions";
import type { Answers } from "./answers";
import type { Fixtures } from "./routes";

export type Case = {
  what: string;
  /**
   * The page that contains the form; `{ours}` is the row of the fixtures, or the case's own from
   * `ids`.
   */
  page: string;
  /** Creates new rows and the form fields for them, for each call that should succeed. */
  fields: (site: TestSite, fixtures: Fixtures) => Promise<{ fields: Fields; ids?: Partial<Fixtures> }>;
  /** `done`, or the status of the refusal; 200 is a refusal with a message below the form. */
  answers: Answers<number | "done">;
  /** Must match the answer of a successful call: its redirect or a part of its result. */
  done?: RegExp;
};

/** Actions that change only a cookie or the sessions. */
export const changesNothing = new Set(["settings/setTheme", "settings/setSingleKeys"]);

/** Actions whose refusal is itself an event of the audit log. */
const auditedRefusals = new Set(["users/signIn"]);
export const tracesOf = (action: string) => (auditedRefusals.has(action) ? ["audit_log"] : []);

export const onEntry =
  (make: (site: TestSite) => Promise<{ id: number }>, more: (id: number, site: TestSite) => Promise<Fields> | Fields) =>
  async (site: TestSite) => {
    const { id } = await make(site);
    return { fields: { entryId: String(id), version: "1", ...(await more(id, site)) }, ids: { ours: id } };
  };

export const byLao = (site: TestSite) => addOngoing(site, { lead: "LA" });
export const byThai = (site: TestSite) => addOngoing(site, { lead: "TH" });
export const together = (site: TestSite) => addOngoing(site, { lead: "TH", participants: ["LA"] });
export const hidden = (site: TestSite) => addOngoing(site, { lead: "LA", isConfidential: true });
export const draft = (site: TestSite) => addEntry(site, { lead: "LA" });
export const draftOfThai = (site: TestSite) => addEntry(site, { lead: "TH" });
export const submitted = (site: TestSite) => addEntry(site, { lead: "LA", stage: "submitted" });
/** The last act on a new entry of Lao PDR, which an officer has reported on twice. */
export async function officersAct(site: TestSite) {
  const { id } = await byLao(site);
  const session = await mintSession(site, "officer");
  for (const version of ["1", "2"]) {
    const fields = { entryId: String(id), version, ...progress };
    await callAction(site, `/activities/${id}/report`, "activities/report", fields, { session });
  }
  const [row] = await ask(site, "select max(id)::text as id from entry_versions where entry_id = $1", [id]);
  return { fields: { versionId: String(row?.id), entryId: String(id) }, ids: { ours: id } };
}

export const nowhere = async () => ({ id: 99_999_999 });

export const progress: Fields = {
  status: "ongoing",
  schedule: "on_track",
  progress: "55",
  textEn: "Half of it is done.",
};
export const titles: Fields = {
  titleEn: "Edited title",
  originalLocale: "en",
  kind: "study",
  counted: "no",
  activityVersion: "1",
};

export async function meeting(site: TestSite): Promise<string> {
  const [row] = await ask<{ id: string }>(site, "select id::text from meetings where code = 'ADGMIN-3'");
  return row?.id ?? "";
}

export const decision = async (_id: number, site: TestSite): Promise<Fields> => ({
  meetingId: await meeting(site),
  verbPrinted: "approved",
  outcome: "approved",
});

export const share =
  (state: string) =>
  async (_id: number, site: TestSite): Promise<Fields> => ({
    memberStateId: String(await stateId(site, state)),
    status: "ongoing",
    note: "On our side it goes well.",
  });

export async function newUser(site: TestSite): Promise<number> {
  const [user] = await ask<{ id: number }>(
    site,
    "insert into users (email, name, role) values ($1, 'Somebody', 'viewer') returning id::int",
    [`somebody.${randomBytes(6).toString("hex")}@test.example`],
  );
  return user?.id ?? 0;
}

/**
 * Creates a session of this person.
 * @returns its id
 */
export async function openSessionOf(site: TestSite, userId: number): Promise<number> {
  const [session] = await ask<{ id: number }>(
    site,
    `insert into sessions (secret_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour') returning id::int`,
    [randomBytes(32).toString("hex"), userId],
  );
  return session?.id ?? 0;
}

/**
 * Creates an API key of this person.
 * @returns its id
 */
export async function keyOf(site: TestSite, userId: number): Promise<number> {
  const [token] = await ask<{ id: number }>(
    site,
    `insert into api_tokens (user_id, name, secret_hash, scope, expires_at)
     values ($1, 'Theirs', $2, 'read', now() + interval '1 hour') returning id::int`,
    [userId, randomBytes(32).toString("hex")],
  );
  return token?.id ?? 0;
}

/** A view shared by another person, with the form fields for it. */
export const foreignView = (fields: Fields) => async (site: TestSite) => {
  const [view] = await ask<{ id: string }>(
    site,
    `insert into saved_views (owner_id, list, name, query, is_shared)
     values ($1, '/activities', 'Shared', 'state=LA', true) returning id::text`,
    [await newUser(site)],
  );
  return { fields: { viewId: view?.id ?? "", version: "1", ...fields } };
};

export async function newLink(site: TestSite): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(secret).digest("hex");
  await ask(
    site,
    "insert into one_time_links (secret_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')",
    [hash, await newUser(site)],
  );
  return secret;
}

export const onRow = (make: (site: TestSite) => Promise<{ id: number }>) => async (site: TestSite) => {
  const { id } = await make(site);
  return { fields: { rows: `${id}:1`, progress: "60" } };
};

/** Two rows that are changed both or not at all: one is not the caller's. */
export const onTwoRows = async (site: TestSite) => {
  const [ours, theirs] = [await byLao(site), await byThai(site)];
  return { fields: { rows: [`${ours.id}:1`, `${theirs.id}:1`], progress: "60" } };
};

export const signInFields = async () => ({ fields: { email: "viewer@sample.example", password: samplePassword } });
let years = 2030;
/** Each in a separate period, because a framework has one plan per period. */
export const newPlan = async () => {
  years += 1;
  return {
    fields: {
      framework: "adgsom_atrc",
      titleEn: `Plan ${years}`,
      state: "preparing",
      periodEn: `Months of ${years}`,
      periodStartsOn: `${years}-01-01`,
      periodEndsOn: `${years}-06-30`,
    },
  };
};
export const somePlan = async (site: TestSite) => {
  const { fields } = await newPlan();
  const { periodEn, periodStartsOn, periodEndsOn, titleEn } = fields;
  const [plan] = await ask<{ id: string }>(
    site,
    `with period as (
       insert into periods (code, kind, name_en, starts_on, ends_on) values ($1, 'work_cycle', $1, $2, $3) returning id
     )
     insert into work_plans (framework, period_id, state, title_en)
     select 'adgsom_atrc', id, 'preparing', $4 from period returning id::text`,
    [periodEn, periodStartsOn, periodEndsOn, titleEn],
  );
  return { fields: { planId: plan?.id ?? "", version: "1", state: "proposed", titleEn: `${titleEn} again` } };
};

/** An ongoing entry, dropped at the end of its year. */
export const carriedEntry = async (site: TestSite) => {
  const { id } = await byLao(site);
  const [entry] = await ask<{ plan: number }>(
    site,
    "select work_plan_id::int as plan from plan_entries where id = $1",
    [id],
  );
  const plan = entry?.plan ?? 0;
  const said = { [`do.${id}`]: "drop", [`version.${id}`]: "1", [`reason.${id}`]: "No fund was found." };
  return { fields: { planId: String(plan), toPlanId: "", ...said }, ids: { plan } };
};

/** A new plan in this state, with the form fields that close or reopen it. */
export const yearPlan = (state: "approved" | "closed") => async (site: TestSite) => {
  const plan = await closedPlan(site);
  await ask(site, "update work_plans set state = $1 where id = $2", [state, plan]);
  return {
    fields: { planId: String(plan), version: "1", state: "approved", reason: "A paper came late." },
    ids: { plan },
  };
};

/** Removes the stored setting, so that version 0 is correct. */
export const homeFields = async (site: TestSite) => {
  await ask(site, "delete from settings where key = 'home_organisation'");
  const names = ["country", "motto", "ministry", "unit", "place", "signer", "distribution"];
  const pairs = names.flatMap((name) => [`${name}En`, `${name}Lo`]).map((name) => [name, `Our ${name}`]);
  const fixed = { stateCode: "LA", numberSuffix: "/X", laoFont: "Phetsarath OT", version: "0" };
  return { fields: { ...Object.fromEntries(pairs), ...fixed } };
};

/** Removes the stored setting, so that version 0 is correct. */
export const cycleFields = async (site: TestSite) => {
  await ask(site, "delete from settings where key = 'current_cycle'");
  return { fields: { current: "CYCLE-2023", preparing: "CYCLE-2025", version: "0" } };
};

/** Removes the stored setting, so that version 0 is correct. */
export const silenceFields = async (site: TestSite) => {
  await ask(site, "delete from settings where key = 'silence'");
  return { fields: { days: "60", version: "0" } };
};

/** Switched on before, so that saving switches it off and other drafts can still be submitted. */
export const clearanceFields = async (site: TestSite) => {
  await ask(
    site,
    `insert into settings (key, value) values ('clearance', '{"asked": "yes"}')
     on conflict (key) do update set value = excluded.value, version = 1`,
  );
  return { fields: { asked: "no", version: "1" } };
};

/** Each file has different content, because an entry accepts a file only once. */
let written = 0;
export const newFile = (_id?: number, _site?: TestSite, text = "ບົດລາຍງານ"): Fields => {
  written += 1;
  return { kind: "report", file: new File([`${text} ${written}`], "ບົດລາຍງານ.txt", { type: "text/plain" }) };
};

export const keptFile = async (id: number, site: TestSite): Promise<Fields> => ({
  evidenceId: String(await addFile(site, id)),
});

/** A comment whose author is not a sample account, and which mentions all of them. */
export const keptComment = async (id: number, site: TestSite): Promise<Fields> => {
  const [comment] = await ask<{ id: string }>(
    site,
    `with comment as (
       insert into comments (entry_id, audience, text, author_name) values ($1, 'all', 'Test', 'Test') returning id
     ),
     named as (
       insert into comment_mentions (comment_id, user_id)
       select comment.id, users.id from comment, users where users.is_sample returning comment_id
     )
     select id::text from comment`,
    [id],
  );
  return { commentId: comment?.id ?? "" };
};

/** Removes the stored setting, so that version 0 is correct. */
export const rulesFields = async (site: TestSite) => {
  await ask(site, "delete from settings where key = 'deadline_rules'");
  const days = { financialReportDays: "30", completionReportDays: "90" };
  return { fields: { funds: "AICTF", disbursedPercent: "60", disbursedMonth: "2", ...days, version: "0" } };
};

/**
 * Creates a calendar of this person.
 * @returns its id
 */
export async function calendarOf(site: TestSite, userId: number): Promise<number> {
  const [feed] = await ask<{ id: number }>(
    site,
    "insert into calendar_feeds (user_id, secret_hash, locale) values ($1, $2, 'lo') returning id::int",
    [userId, randomBytes(32).toString("hex")],
  );
  return feed?.id ?? 0;
}
