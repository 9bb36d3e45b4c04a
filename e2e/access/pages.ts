import { createHash, randomBytes } from "node:crypto";
import { ask } from "../support/database";
import { addEntry, addFile, addOngoing, closedPlan, meetingId, planId } from "../support/entries";
import { addDeadline, addDecision, addMeeting, addPaper, addProposal } from "../support/meetings";
import { addInstrument, partnerId } from "../support/partners";
import { addRound } from "../support/rounds";
import type { TestSite } from "../support/server";
import { mintSession, type Person } from "../support/session";
import { keptComment } from "./action-fixtures";
import { callAction } from "./actions";

/** A page with the person who opens it and the expected status. */
export type SeenPage = { name: string; path: string; person: Person | null; status?: number };

/**
 * Every page of the site with content, and in its states: menus opened by the address, empty lists,
 * refusals.
 */
export async function everyPage(site: TestSite): Promise<SeenPage[]> {
  const entry = await richEntry(site);
  const { id: draft } = await addEntry(site, { lead: "LA", titleEn: "A draft", titleLo: "ຮ່າງ" });
  const { id: other } = await addOngoing(site, { lead: "TH", titleEn: "A forum", titleLo: "ເວທີສົນທະນາ" });
  const [frame, ended, year] = [await planId(site, 2021), await planId(site, 2022), await planId(site, 2023)];
  const [user] = await ask<{ id: string }>(site, "select id::text from users where email = 'officer@sample.example'");
  const desk = (name: string, path: string): SeenPage => ({ name, path, person: "admin" });
  const [china, instrument] = [await partnerId(site, "CN"), await addInstrument(site)];
  const { meeting, item } = await addMeeting(site);
  await addDecision(site, { meeting, item, entryId: await addProposal(site, item) });
  await addPaper(site, meeting);
  const deadline = await addDeadline(site, { entryId: entry.id, meeting });
  const over = await addMeeting(site, { state: "closed" });
  await addAccess(site);
  const decided = await addDecision(site, { ...over, entryId: await addProposal(site, over.item) }, true);
  return [
    { name: "sign-in", path: "/sign-in", person: null },
    { name: "invitation", path: `/invite/${await openLink(site)}`, person: null },
    { name: "forgotten password", path: "/forgotten", person: null },
    { name: "invitation that is over", path: "/invite/none", person: null },
    { name: "setup of a site that has accounts", path: "/setup/none", person: null },
    desk("overview", "/"),
    desk("overview of an empty year", "/?period=CYCLE-2021"),
    desk("overview of several years", "/?period=CN-2023-2024"),
    { name: "a focal point's overview", path: "/", person: "focal.la" },
    desk("activities", "/activities"),
    desk(
      "activities, sorted and filtered",
      "/activities?sort=status.asc,title.desc&period=CYCLE-2023&cols=code,title,start,end,budget",
    ),
    desk("activities, a facet open", "/activities?facet=state"),
    desk("activities, a row open", `/activities?q=${entry.code}&edit=${entry.id}`),
    desk("activities, none found", "/activities?q=nothing-like-this"),
    desk("activity", `/activities/${entry.id}`),
    desk("draft", `/activities/${draft}`),
    desk("history", `/activities/${entry.id}/history`),
    desk("update", `/activities/${entry.id}/report`),
    desk("edit", `/activities/${entry.id}/edit`),
    desk("concept note", `/activities/${draft}/concept`),
    desk("versions of a concept note", `/activities/${await rewritten(site)}/concept/versions`),
    desk("remove or merge", `/activities/${draft}/remove`),
    desk("bin", "/bin"),
    desk("my desk", "/desk"),
    desk("update in a row", `/activities/${entry.id}/report?of=2&queue=${draft}`),
    desk("decide", `/activities/${entry.id}/decide`),
    desk("new comment", `/activities/${entry.id}/comments/new`),
    desk("new evidence", `/activities/${entry.id}/evidence/new`),
    desk("share", `/activities/${entry.id}/states/LA`),
    desk("new activity", "/activities/new"),
    desk("plans", "/plans"),
    desk("plan", `/plans/${year}`),
    desk("empty plan", `/plans/${frame}`),
    desk("proposal board", `/plans/${await planId(site, 2024)}/board`),
    desk("empty proposal board", `/plans/${frame}/board`),
    desk("plan by member state", `/plans/${year}/states`),
    desk("one member state of a plan", `/plans/${year}/states?state=LA`),
    desk("chase list", `/plans/${year}/states/chase`),
    { name: "a focal point's plan by member state", path: `/plans/${year}/states`, person: "focal.th" },
    desk("new plan", "/plans/new"),
    desk("activities by year", "/plans/lineage?all=1"),
    desk("activities by year, none found", "/plans/lineage?partner=NONE"),
    desk("edit plan", `/plans/${year}/edit`),
    desk("carry-over", `/plans/${ended}/carry-over`),
    desk("carry-over of an empty plan", `/plans/${frame}/carry-over`),
    desk(
      "preview of a carry-over",
      `/plans/${ended}/carry-over/preview?do.${entry.id}=phase&do.${other}=merge&into.${other}=NONE`,
    ),
    desk("close plan", `/plans/${ended}/close`),
    desk("reopen plan", `/plans/${await closedPlan(site)}/reopen`),
    desk("looking back", "/as-of"),
    desk("comparison", "/meetings/compare?from=ADGMIN-3"),
    desk("briefing", "/meetings/compare/briefing?from=ADGMIN-3&to=JWG-2023"),
    desk("a list of the past", "/activities?asof=ADGMIN-3"),
    desk("meetings", "/meetings"),
    desk("meeting", `/meetings/${await meetingId(site, "ADGMIN-3")}`),
    desk("new meeting", "/meetings/new"),
    desk("open meeting", `/meetings/${meeting}`),
    desk("edit meeting", `/meetings/${meeting}/edit`),
    desk("decisions on several", `/meetings/${meeting}/decisions`),
    desk("postpone", `/meetings/${(await addMeeting(site, { state: "planned" })).meeting}/postpone`),
    desk("cancel", `/meetings/${(await addMeeting(site, { state: "planned" })).meeting}/cancel`),
    desk("cancelled meeting", `/meetings/${(await addMeeting(site, { state: "cancelled" })).meeting}`),
    desk("before closing", `/meetings/${meeting}/close`),
    desk("put on the agenda", `/meetings/${meeting}/agenda?item=${item}`),
    desk("put right", `/meetings/${over.meeting}/decisions/${decided}`),
    desk("put on an agenda", `/activities/${entry.id}/agenda`),
    desk("new meeting document", `/meetings/${meeting}/papers/new`),
    desk("new deadline", `/activities/${entry.id}/deadlines/new`),
    desk("new deadline of a meeting", `/meetings/${meeting}/deadlines/new`),
    desk("deadlines", "/deadlines?from=2022-01-01"),
    desk("deadlines, none found", "/deadlines?from=1999-01-01&to=1999-01-02"),
    desk("deadline", `/deadlines/${deadline}`),
    desk("partners", "/partners"),
    desk("partner", `/partners/${china}`),
    desk("partner of whom little is known", `/partners/${instrument.partner}`),
    desk("new instrument", `/partners/${china}/instruments/new`),
    desk("edit instrument", `/partners/${instrument.partner}/instruments/${instrument.instrument}`),
    desk("talking points", `/partners/${china}/talking-points`),
    ...(await roundPages(site)),
    desk("reports", "/reports"),
    desk("work plan matrix", "/reports/work-plan"),
    desk("yearly progress", "/reports/yearly-progress"),
    desk("country progress", "/reports/country-progress"),
    desk("follow-up of decisions", "/reports/decision-follow-up?open=1"),
    desk("report settings", "/reports/settings"),
    desk("settings", "/settings"),
    desk("password and sessions", "/settings/account"),
    desk("after a new password", "/settings/account?saved=password"),
    desk("keys for programs", "/settings/keys"),
    desk("bodies", "/settings/reference"),
    desk("agencies", "/settings/reference?kind=agencies"),
    desk("outcomes, none found", "/settings/reference?kind=outcomes&q=nothing-like-this"),
    desk("a used body", "/settings/reference/1?kind=bodies"),
    desk("new member state", "/settings/reference/new?kind=member_states"),
    desk("mentions", "/mentions"),
    desk("search", "/search"),
    desk("search, several kinds found", "/search?q=digital"),
    desk("search, one kind", "/search?q=ASEAN&in=meetings"),
    desk("search, near misses", "/search?q=identty"),
    desk("search, nothing found", "/search?q=nothing-like-this"),
    desk("audit log", "/admin/audit"),
    desk("audit log, nothing found", "/admin/audit?q=nothing-like-this"),
    desk("users", "/admin/users"),
    desk("new user", "/admin/users/new"),
    desk("user", `/admin/users/${user?.id}`),
    { name: "a focal point's plan", path: `/plans/${year}`, person: "focal.th" },
    { name: "a focal point's proposal board", path: `/plans/${year}/board`, person: "focal.th" },
    { name: "a viewer's activity", path: `/activities/${entry.id}`, person: "viewer" },
    { ...desk("no such page", "/no-such-page"), status: 404 },
    { ...desk("no such activity", "/activities/99999999"), status: 404 },
    { ...desk("unreadable address", "/activities?sort=rank.asc"), status: 400 },
  ];
}

/**
 * For the administrator and the officer: a key that expires soon and was used from a long address,
 * one that was never used, and a calendar.
 */
async function addAccess(site: TestSite): Promise<void> {
  const whose = "users.email in ('admin@sample.example', 'officer@sample.example')";
  await ask(
    site,
    `insert into api_tokens (user_id, name, secret_hash, scope, expires_at, last_used_at, last_used_address)
     select users.id, key.name, gen_random_uuid(), 'write', now() + key.days * interval '1 day', key.used, key.address
     from users, (values
       ('ສົ່ງຂໍ້ມູນໄປສູນສະຖິຕິແຫ່ງຊາດທຸກຄືນ', 9.5, now(), '2001:db8:1234:5678:9abc:def0:1234:5678'),
       ('ສົ່ງຂໍ້ມູນປະຈຳອາທິດ', 300, null, null)
     ) as key (name, days, used, address)
     where ${whose}`,
  );
  await ask(
    site,
    `insert into calendar_feeds (user_id, secret_hash, locale)
     select users.id, gen_random_uuid(), 'lo' from users where ${whose} on conflict do nothing`,
  );
}

/** An entry with parties, updates in both languages, and a history. */
async function richEntry(site: TestSite): Promise<{ id: number; code: string }> {
  const entry = await addOngoing(site, {
    lead: "LA",
    participants: ["TH", "VN", "BN"],
    titleEn: "Exchange of experience between regulators on rural broadband",
    titleLo: "ການແລກປ່ຽນປະສົບການລະຫວ່າງໜ່ວຍງານຄຸ້ມຄອງ ກ່ຽວກັບບຣອດແບນໃນເຂດຊົນນະບົດ",
  });
  const session = await mintSession(site, "officer");
  const said = { textEn: "Two workshops were held.", textLo: "ໄດ້ຈັດກອງປະຊຸມສອງຄັ້ງ.", scheduleReason: "ຜູ້ຊ່ຽວຊານມາຊ້າ" };
  const fields = {
    entryId: String(entry.id),
    version: "1",
    status: "ongoing",
    schedule: "delayed",
    progress: "45",
    ...said,
  };
  await callAction(site, `/activities/${entry.id}/report`, "activities/report", fields, { session });
  await addFile(site, entry.id);
  await keptComment(entry.id, site);
  return entry;
}

/** Rounds with a report in each state, as heads of division and focal points see them. */
async function roundPages(site: TestSite): Promise<SeenPage[]> {
  const [pending, waiting, done] = [
    await addRound(site),
    await addRound(site, { draft: "submitted" }),
    await addRound(site, { state: "closed", draft: "accepted" }),
  ];
  const moved = await addRound(site, { draft: "submitted" });
  await ask(site, "update plan_entries set progress = 50 where id = $1", [moved.entry]);
  const returned = await addRound(site, { draft: "returned" });
  await ask(site, "update round_drafts set remark = 'ຂໍຕົວເລກດ້ວຍ', text_lo = 'ຄືບໜ້າດີຫຼາຍ' where id = $1", [returned.draft]);
  const page = (name: string, path: string, person: Person = "admin"): SeenPage => ({ name, path, person });
  return [
    page("rounds", "/rounds"),
    page("new round", "/rounds/new"),
    page("new round of a meeting", `/rounds/new?meeting=${(await addMeeting(site)).meeting}`),
    page("round with a late report", `/rounds/${pending.round}`),
    page("round with a report to review", `/rounds/${waiting.round}`),
    page("closed round", `/rounds/${done.round}`),
    page("round, nothing matches", `/rounds/${pending.round}?state=accepted`),
    page("a focal point's rounds", "/rounds", "focal.la"),
    page("a focal point's round without reports", `/rounds/${pending.round}`, "focal.th"),
    page("report to write", `/rounds/${pending.round}/drafts/${pending.draft}`, "focal.la"),
    page("report that came back", `/rounds/${returned.round}/drafts/${returned.draft}`, "focal.la"),
    page("report to review", `/rounds/${waiting.round}/drafts/${waiting.draft}`),
    page("report over another version", `/rounds/${moved.round}/drafts/${moved.draft}`),
    page("accepted report", `/rounds/${done.round}/drafts/${done.draft}`),
  ];
}

/** A draft whose concept note was saved twice, in both languages. */
async function rewritten(site: TestSite): Promise<number> {
  const { id } = await addEntry(site, { lead: "LA", titleEn: "A paper in two versions", titleLo: "ບົດແນວຄິດສອງສະບັບ" });
  const session = await mintSession(site, "officer");
  const texts = [
    { purpose: "To learn from each other", background: "ຄວາມເປັນມາເກົ່າ" },
    { purpose: "To learn from each other's networks", background: "ຄວາມເປັນມາໃໝ່" },
  ];
  for (const [index, said] of texts.entries()) {
    const fields = { entryId: String(id), version: String(index + 1), ...said };
    await callAction(site, `/activities/${id}/concept`, "proposals/writeConcept", fields, { session });
  }
  return id;
}

async function openLink(site: TestSite): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await ask(
    site,
    `with person as (
       insert into users (email, name, role) values ($1, 'Khamla Somphone', 'viewer') returning id
     )
     insert into one_time_links (secret_hash, user_id, expires_at) select $2, id, now() + interval '1 hour' from person`,
    [`${secret.slice(0, 8).toLowerCase()}@test.example`, createHash("sha256").update(secret).digest("hex")],
  );
  return secret;
}
