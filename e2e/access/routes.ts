import { readdirSync } from "node:fs";
import path from "node:path";
import { addEntry, addFile, addOngoing, closedPlan, planId } from "../support/entries";
import { addDeadline, addDecision, addMeeting, addPaper, addProposal } from "../support/meetings";
import { addInstrument } from "../support/partners";
import { roundFixtures } from "../support/rounds";
import { root, type TestSite } from "../support/server";
import type { Access } from "./answers";
import { entryAccess } from "./routes-entries";
import { partnerAccess } from "./routes-partners";
import { planAccess } from "./routes-plans";
import { referenceAccess } from "./routes-reference";
import { reportAccess } from "./routes-reports";
import { roundAccess } from "./routes-rounds";

/** Every page and route handler, as the folders of `app/` name them: `/activities/[id]`. */
export function routesOfApp(): string[] {
  const app = path.join(root, "app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file.split(path.sep).join("/")))
    .map((file) => file.split(path.sep).slice(0, -1))
    .map((folders) => `/${folders.filter((name) => !name.startsWith("(")).join("/")}`)
    .sort();
}

/**
 * One row for each case that permissions distinguish, by the name used in the addresses of
 * `access`.
 */
export async function fixturesOf(site: TestSite) {
  const id = async (made: Promise<{ id: number }>) => (await made).id;
  const ours = await id(addOngoing(site, { lead: "LA" }));
  return {
    ours,
    file: await addFile(site, ours),
    theirs: await id(addOngoing(site, { lead: "TH" })),
    /** Thailand leads, Lao PDR participates. */
    shared: await id(addOngoing(site, { lead: "TH", participants: ["LA"] })),
    draft: await id(addEntry(site, { lead: "LA" })),
    submitted: await id(addEntry(site, { lead: "LA", stage: "submitted" })),
    hidden: await id(addOngoing(site, { lead: "LA", isConfidential: true })),
    none: 99_999_999,
    plan: await planId(site, 2023),
    ...(await meetingFixtures(site, ours)),
    ...(await addInstrument(site)),
    ...(await roundFixtures(site)),
    closed: await closedPlan(site),
  };
}

/** An open meeting with a proposal under its agenda item, and a closed one with its decision. */
async function meetingFixtures(site: TestSite, ours: number) {
  const { meeting, item } = await addMeeting(site);
  await addProposal(site, item);
  const over = await addMeeting(site, { state: "closed" });
  const entryId = await addProposal(site, over.item);
  const decision = await addDecision(site, { ...over, entryId }, true);
  const deadlines = { deadline: await addDeadline(site, { entryId: ours, meeting }) };
  const paper = await addPaper(site, meeting, item);
  return { meeting, item, over: over.meeting, decision, paper, ...deadlines };
}

export type Fixtures = Awaited<ReturnType<typeof fixturesOf>>;

/** Replaces `{ours}` in `/activities/{ours}` by the row's id. */
export function addressOf(pattern: string, fixtures: Fixtures): string {
  return pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => String(fixtures[name as keyof Fixtures]));
}

/**
 * The status of each address for each role. A route that is missing here fails `access.spec.ts`.
 */
export const access: Access = {
  ...entryAccess,
  "/": {
    "/": { nobody: 307, others: 200 },
    "/?period=CYCLE-2022": { nobody: 307, others: 200 },
    "/?period=CYCLE-1900": { nobody: 307, others: 404 },
  },
  "/sign-in": { "/sign-in": { nobody: 200, others: 307 } },
  "/forgotten": { "/forgotten": { nobody: 200, others: 200 } },
  "/setup/[token]": { "/setup/no-such-secret": { nobody: 200, others: 200 } },
  "/invite/[token]": { "/invite/no-such-link": { nobody: 200, others: 200 } },
  "/.well-known/security.txt": { "/.well-known/security.txt": { nobody: 200, others: 200 } },
  "/api/health": { "/api/health": { nobody: 200, others: 200 } },
  "/api/health/ready": { "/api/health/ready": { nobody: 200, others: 200 } },
  "/metrics": { "/metrics": { nobody: 404, others: 404 } },
  "/activities": {
    "/activities": { nobody: 307, others: 200 },
    "/activities?stage=draft&size=100": { nobody: 307, others: 200 },
  },
  "/activities/export": {
    "/activities/export?format=csv": { nobody: 401, others: 200 },
    "/activities/export": { nobody: 401, others: 400 },
  },
  "/activities/new": { "/activities/new": { nobody: 307, desk: 200, others: 404 } },
  "/desk": {
    "/desk": { nobody: 307, others: 200 },
    "/desk?done=99999999": { nobody: 307, others: 200 },
  },
  "/bin": {
    "/bin": { nobody: 307, others: 200 },
    "/bin?kind=entry&page=2": { nobody: 307, others: 200 },
  },
  "/meetings/[id]/deadlines/new": {
    "/meetings/{meeting}/deadlines/new": { nobody: 307, desk: 200, others: 404 },
    "/meetings/{none}/deadlines/new": { nobody: 307, others: 404 },
  },
  "/meetings/[id]/papers/new": {
    "/meetings/{meeting}/papers/new": { nobody: 307, desk: 200, others: 404 },
    "/meetings/{over}/papers/new": { nobody: 307, desk: 200, others: 404 },
    "/meetings/{none}/papers/new": { nobody: 307, others: 404 },
  },
  // For the desk only.
  "/meetings/[id]/papers/[file]": {
    "/meetings/{meeting}/papers/{paper}": { nobody: 307, desk: 200, others: 404 },
    "/meetings/{over}/papers/{paper}": { nobody: 307, others: 404 },
    "/meetings/{meeting}/papers/{none}": { nobody: 307, others: 404 },
    "/meetings/{meeting}/papers/..%2f..%2fetc": { nobody: 307, others: 404 },
  },
  "/deadlines": {
    "/deadlines": { nobody: 307, others: 200 },
    "/deadlines?kind=meeting&state=done&from=2020-01-01&sort=of.desc": { nobody: 307, others: 200 },
    "/deadlines?page=9999": { nobody: 307, others: 404 },
    "/deadlines?kind=party": { nobody: 307, others: 200 },
  },
  "/deadlines/[id]": {
    "/deadlines/{deadline}": { nobody: 307, "focal.th": 404, others: 200 },
    "/deadlines/{none}": { nobody: 307, others: 404 },
    "/deadlines/first": { nobody: 307, others: 404 },
  },
  "/mentions": { "/mentions": { nobody: 307, others: 200 } },
  "/search": {
    "/search?q=digital": { nobody: 307, others: 200 },
    "/search?q=digital&in=people": { nobody: 307, others: 400 },
    "/search?q=digital&in=activities&page=99": { nobody: 307, others: 404 },
  },
  ...planAccess,
  ...referenceAccess,
  "/settings/account": { "/settings/account": { nobody: 307, others: 200 } },
  "/settings/keys": { "/settings/keys": { nobody: 307, others: 200 } },
  // A calendar address needs no session; this one does not exist.
  "/calendar/[token]": {
    "/calendar/nobody.ics": { nobody: 404, others: 404 },
  },
  // Without a key, for everyone who has signed in.
  "/api/v1/[...path]": {
    "/api/v1/activities": { nobody: 401, others: 401 },
    "/api/v1/nothing": { nobody: 401, others: 401 },
  },
  "/api/v1/openapi.json": { "/api/v1/openapi.json": { nobody: 200, others: 200 } },
  "/settings": { "/settings": { nobody: 307, others: 200 } },
  "/admin/audit": {
    "/admin/audit": { nobody: 307, admin: 200, others: 404 },
    "/admin/audit?person=nobody&action=reference.load&from=2020-01-01&q=plans": {
      nobody: 307,
      admin: 200,
      others: 404,
    },
    "/admin/audit?before=0": { nobody: 307, others: 400 },
  },
  "/admin/audit/export": {
    "/admin/audit/export?format=csv": { nobody: 401, admin: 200, others: 403 },
    "/admin/audit/export?format=docx": { nobody: 401, others: 400 },
  },
  "/admin/users": { "/admin/users": { nobody: 307, admin: 200, others: 404 } },
  "/admin/users/new": { "/admin/users/new": { nobody: 307, admin: 200, others: 404 } },
  "/admin/users/[id]": {
    "/admin/users/1": { nobody: 307, admin: 200, others: 404 },
    "/admin/users/{none}": { nobody: 307, others: 404 },
  },
  "/meetings/compare": { "/meetings/compare?from=ADGMIN-3&to=JWG-2023": { nobody: 307, others: 200 } },
  "/meetings/compare/briefing": {
    "/meetings/compare/briefing?from=ADGMIN-3": { nobody: 307, others: 200 },
    "/meetings/compare/briefing": { nobody: 307, others: 404 },
  },
  "/meetings/compare/briefing/export": {
    "/meetings/compare/briefing/export?from=ADGMIN-3&format=csv": { nobody: 401, others: 200 },
    "/meetings/compare/briefing/export?format=csv": { nobody: 401, others: 404 },
  },
  "/as-of": { "/as-of": { nobody: 307, others: 200 } },
  ...partnerAccess,
  ...reportAccess,
  ...roundAccess,
  "/meetings": { "/meetings": { nobody: 307, others: 200 } },
  "/meetings/new": { "/meetings/new": { nobody: 307, desk: 200, others: 404 } },
  "/meetings/[id]/edit": {
    "/meetings/{meeting}/edit": { nobody: 307, desk: 200, others: 404 },
    "/meetings/{none}/edit": { nobody: 307, others: 404 },
  },
  "/meetings/[id]/decisions": {
    "/meetings/{meeting}/decisions": { nobody: 307, heads: 200, others: 404 },
    "/meetings/{over}/decisions": { nobody: 307, others: 404 },
  },
  "/meetings/[id]/postpone": {
    "/meetings/{none}/postpone": { nobody: 307, others: 404 },
    "/meetings/{over}/postpone": { nobody: 307, others: 404 },
  },
  "/meetings/[id]/cancel": {
    "/meetings/{meeting}/cancel": { nobody: 307, heads: 200, others: 404 },
    "/meetings/{over}/cancel": { nobody: 307, others: 404 },
  },
  "/meetings/[id]/close": {
    "/meetings/{meeting}/close": { nobody: 307, heads: 200, others: 404 },
    "/meetings/{over}/close": { nobody: 307, others: 404 },
  },
  "/meetings/[id]/agenda": {
    "/meetings/{meeting}/agenda?item={item}": { nobody: 307, desk: 200, others: 404 },
    "/meetings/{meeting}/agenda?item={none}": { nobody: 307, others: 404 },
    "/meetings/{over}/agenda?item={item}": { nobody: 307, others: 404 },
  },
  "/meetings/[id]/decisions/[decision]": {
    "/meetings/{over}/decisions/{decision}": { nobody: 307, heads: 200, others: 404 },
    "/meetings/{meeting}/decisions/{decision}": { nobody: 307, others: 404 },
  },
  "/meetings/[id]": {
    "/meetings/1": { nobody: 307, others: 200 },
    "/meetings/{none}": { nobody: 307, others: 404 },
    "/meetings/x": { nobody: 307, others: 404 },
  },
};
