import { readdirSync } from "node:fs";
import path from "node:path";
import { addEntry, addFile, addOngoing, closedPlan, planId } from "./entries";
import { addDeadline, addDecision, addMeeting, addPaper, addProposal } from "./meetings";
import { addInstrument } from "./partners";
import { roundGround } from "./rounds";
import { partnerAccess } from "./routes-partners";
import { planAccess } from "./routes-plans";
import { reportAccess } from "./routes-reports";
import { roundAccess } from "./routes-rounds";
import { root, type TestSite } from "./server";

/** Every page and route handler, as the folders of `app/` name them: `/activities/[id]`. */
export function routesOfApp(): string[] {
  const app = path.join(root, "app");
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file.split(path.sep).join("/")))
    .map((file) => file.split(path.sep).slice(0, -1))
    .map((folders) => `/${folders.filter((name) => !name.startsWith("(")).join("/")}`)
    .sort();
}

/** Rows of every kind that rights tell apart, by the name that stands in the addresses of `access`. */
export async function groundOf(site: TestSite) {
  const id = async (made: Promise<{ id: number }>) => (await made).id;
  const ours = await id(addOngoing(site, { lead: "LA" }));
  return {
    ours,
    file: await addFile(site, ours),
    theirs: await id(addOngoing(site, { lead: "TH" })),
    shared: await id(addOngoing(site, { lead: "TH", participants: ["LA"] })),
    draft: await id(addEntry(site, { lead: "LA" })),
    submitted: await id(addEntry(site, { lead: "LA", stage: "submitted" })),
    hidden: await id(addOngoing(site, { lead: "LA", isConfidential: true })),
    none: 99_999_999,
    plan: await planId(site, 2023),
    ...(await meetingGround(site, ours)),
    ...(await addInstrument(site)),
    ...(await roundGround(site)),
    closed: await closedPlan(site),
  };
}

/** A meeting that is open, with a proposal under its point, and one that is over, with what it decided. */
async function meetingGround(site: TestSite, ours: number) {
  const { meeting, item } = await addMeeting(site);
  await addProposal(site, item);
  const over = await addMeeting(site, { state: "closed" });
  const entryId = await addProposal(site, over.item);
  const decision = await addDecision(site, { ...over, entryId }, true);
  const deadlines = { deadline: await addDeadline(site, { entryId: ours, meeting }) };
  const paper = await addPaper(site, meeting, item);
  return { meeting, item, over: over.meeting, decision, paper, ...deadlines };
}

export type Ground = Awaited<ReturnType<typeof groundOf>>;

/** `/activities/{ours}` with the row's id. */
export function addressOf(pattern: string, ground: Ground): string {
  return pattern.replace(/\{(\w+)\}/g, (_whole, name: string) => String(ground[name as keyof Ground]));
}

const all = "200 200 200 200 200 200";
const desk = "200 200 200 404 404 404";
const heads = "200 200 404 404 404 404";
const admins = "200 404 404 404 404 404";
const nobody = "404 404 404 404 404 404";
const owners = "200 200 200 200 404 404";
/** For those who take part as well: Thailand leads, Lao PDR takes part. */
const parts = "200 200 200 200 200 200";

/**
 * What each address answers to nobody, then to admin, manager, officer, the focal points of Lao PDR and Thailand, viewer. A
 * route that is not here fails `access.spec.ts`.
 */
export const access: Record<string, Record<string, string>> = {
  "/": { "/": `307 ${all}`, "/?period=CYCLE-2022": `307 ${all}`, "/?period=CYCLE-1900": `307 ${nobody}` },
  "/sign-in": { "/sign-in": "200 307 307 307 307 307 307" },
  "/forgotten": { "/forgotten": `200 ${all}` },
  "/invite/[token]": { "/invite/no-such-link": `200 ${all}` },
  "/.well-known/security.txt": { "/.well-known/security.txt": `200 ${all}` },
  "/api/health": { "/api/health": `200 ${all}` },
  "/api/health/ready": { "/api/health/ready": `200 ${all}` },
  "/metrics": { "/metrics": `404 ${nobody}` },
  "/activities": { "/activities": `307 ${all}`, "/activities?stage=draft&size=100": `307 ${all}` },
  "/activities/export": {
    "/activities/export?format=csv": `401 ${all}`,
    "/activities/export": "401 400 400 400 400 400 400",
  },
  "/activities/new": { "/activities/new": `307 ${desk}` },
  "/activities/[id]": {
    "/activities/{ours}": "307 200 200 200 200 404 200",
    "/activities/{theirs}": "307 200 200 200 404 200 200",
    "/activities/{shared}": `307 ${parts}`,
    "/activities/{draft}": `307 ${owners}`,
    "/activities/{hidden}": `307 ${desk}`,
    "/activities/{none}": `307 ${nobody}`,
    "/activities/first": `307 ${nobody}`,
  },
  "/activities/[id]/history": {
    "/activities/{ours}/history": "307 200 200 200 200 404 200",
    "/activities/{theirs}/history": "307 200 200 200 404 200 200",
    "/activities/{hidden}/history": `307 ${desk}`,
    "/activities/{none}/history": `307 ${nobody}`,
  },
  "/activities/[id]/edit": {
    "/activities/{ours}/edit": `307 ${desk}`,
    "/activities/{draft}/edit": `307 ${desk}`,
    "/activities/{none}/edit": `307 ${nobody}`,
  },
  "/activities/[id]/concept": {
    "/activities/{draft}/concept": `307 ${owners}`,
    "/activities/{submitted}/concept": `307 ${nobody}`,
    "/activities/{theirs}/concept": `307 ${nobody}`,
    "/activities/{none}/concept": `307 ${nobody}`,
  },
  "/activities/[id]/concept/versions": {
    "/activities/{draft}/concept/versions": `307 ${owners}`,
    "/activities/{ours}/concept/versions": "307 200 200 200 200 404 200",
    "/activities/{ours}/concept/versions?from=1&to=99999999": `307 ${nobody}`,
    "/activities/{ours}/concept/versions?from=first": "307 400 400 400 400 400 400",
    "/activities/{none}/concept/versions": `307 ${nobody}`,
  },
  "/activities/[id]/report": {
    "/activities/{ours}/report": `307 ${owners}`,
    "/activities/{theirs}/report": "307 200 200 200 404 200 404",
    "/activities/{shared}/report": "307 200 200 200 404 200 404",
    "/activities/{draft}/report": `307 ${nobody}`,
    "/activities/{none}/report": `307 ${nobody}`,
  },
  "/activities/[id]/decide": {
    "/activities/{ours}/decide": `307 ${heads}`,
    "/activities/{submitted}/decide": `307 ${heads}`,
    "/activities/{draft}/decide": `307 ${nobody}`,
    "/activities/{none}/decide": `307 ${nobody}`,
  },
  "/activities/[id]/agenda": {
    "/activities/{ours}/agenda": `307 ${desk}`,
    "/activities/{draft}/agenda": `307 ${desk}`,
    "/activities/{none}/agenda": `307 ${nobody}`,
  },
  "/activities/[id]/comments/new": {
    "/activities/{ours}/comments/new": `307 ${owners}`,
    "/activities/{shared}/comments/new": "307 200 200 200 200 200 404",
    "/activities/{hidden}/comments/new": `307 ${desk}`,
    "/activities/{none}/comments/new": `307 ${nobody}`,
  },
  "/activities/[id]/evidence/new": {
    "/activities/{ours}/evidence/new": `307 ${owners}`,
    "/activities/{shared}/evidence/new": "307 200 200 200 404 200 404",
    "/activities/{hidden}/evidence/new": `307 ${desk}`,
    "/activities/{none}/evidence/new": `307 ${nobody}`,
  },
  "/activities/[id]/evidence/[file]": {
    "/activities/{ours}/evidence/{file}": "307 200 200 200 200 404 200",
    "/activities/{theirs}/evidence/{file}": `307 ${nobody}`,
    "/activities/{ours}/evidence/{none}": `307 ${nobody}`,
    "/activities/{ours}/evidence/..%2f..%2fetc": `307 ${nobody}`,
  },
  "/activities/[id]/deadlines/new": {
    "/activities/{ours}/deadlines/new": `307 ${desk}`,
    "/activities/{none}/deadlines/new": `307 ${nobody}`,
  },
  "/meetings/[id]/deadlines/new": {
    "/meetings/{meeting}/deadlines/new": `307 ${desk}`,
    "/meetings/{none}/deadlines/new": `307 ${nobody}`,
  },
  "/meetings/[id]/papers/new": {
    "/meetings/{meeting}/papers/new": `307 ${desk}`,
    "/meetings/{over}/papers/new": `307 ${desk}`,
    "/meetings/{none}/papers/new": `307 ${nobody}`,
  },
  // For the desk alone.
  "/meetings/[id]/papers/[file]": {
    "/meetings/{meeting}/papers/{paper}": `307 ${desk}`,
    "/meetings/{over}/papers/{paper}": `307 ${nobody}`,
    "/meetings/{meeting}/papers/{none}": `307 ${nobody}`,
    "/meetings/{meeting}/papers/..%2f..%2fetc": `307 ${nobody}`,
  },
  "/deadlines": {
    "/deadlines": `307 ${all}`,
    "/deadlines?kind=meeting&state=done&from=2020-01-01&sort=of.desc": `307 ${all}`,
    "/deadlines?page=9999": `307 ${nobody}`,
    "/deadlines?kind=party": "307 400 400 400 400 400 400",
  },
  "/deadlines/[id]": {
    "/deadlines/{deadline}": "307 200 200 200 200 404 200",
    "/deadlines/{none}": `307 ${nobody}`,
    "/deadlines/first": `307 ${nobody}`,
  },
  "/activities/[id]/states/[code]": {
    "/activities/{ours}/states/LA": `307 ${owners}`,
    "/activities/{shared}/states/LA": `307 ${owners}`,
    "/activities/{shared}/states/TH": "307 200 200 200 404 200 404",
    "/activities/{shared}/states/VN": `307 ${nobody}`,
    "/activities/{none}/states/LA": `307 ${nobody}`,
  },
  "/mentions": { "/mentions": `307 ${all}` },
  ...planAccess,
  "/settings/account": { "/settings/account": `307 ${all}` },
  "/settings/keys": { "/settings/keys": `307 ${all}` },
  // The address alone opens it; this one is nobody's.
  "/calendar/[token]": {
    "/calendar/nobody.ics": `404 ${nobody}`,
  },
  // Without a key, whoever has signed in.
  "/api/v1/[...path]": {
    "/api/v1/activities": "401 401 401 401 401 401 401",
    "/api/v1/nothing": "401 401 401 401 401 401 401",
  },
  "/api/v1/openapi.json": { "/api/v1/openapi.json": `200 ${all}` },
  "/settings": { "/settings": `307 ${all}` },
  "/admin/audit": {
    "/admin/audit": `307 ${admins}`,
    "/admin/audit?person=nobody&action=reference.load&from=2020-01-01&q=plans": `307 ${admins}`,
    "/admin/audit?before=0": "307 400 400 400 400 400 400",
  },
  "/admin/audit/export": {
    "/admin/audit/export?format=csv": "401 200 403 403 403 403 403",
    "/admin/audit/export?format=docx": "401 400 400 400 400 400 400",
  },
  "/admin/users": { "/admin/users": `307 ${admins}` },
  "/admin/users/new": { "/admin/users/new": `307 ${admins}` },
  "/admin/users/[id]": { "/admin/users/1": `307 ${admins}`, "/admin/users/{none}": `307 ${nobody}` },
  "/meetings/compare": { "/meetings/compare?from=ADGMIN-3&to=JWG-2023": `307 ${all}` },
  "/meetings/compare/briefing": {
    "/meetings/compare/briefing?from=ADGMIN-3": `307 ${all}`,
    "/meetings/compare/briefing": `307 ${nobody}`,
  },
  "/meetings/compare/briefing/export": {
    "/meetings/compare/briefing/export?from=ADGMIN-3&format=csv": `401 ${all}`,
    "/meetings/compare/briefing/export?format=csv": "401 404 404 404 404 404 404",
  },
  "/as-of": { "/as-of": `307 ${all}` },
  ...partnerAccess,
  ...reportAccess,
  ...roundAccess,
  "/meetings": { "/meetings": `307 ${all}` },
  "/meetings/new": { "/meetings/new": `307 ${desk}` },
  "/meetings/[id]/edit": { "/meetings/{meeting}/edit": `307 ${desk}`, "/meetings/{none}/edit": `307 ${nobody}` },
  "/meetings/[id]/close": { "/meetings/{meeting}/close": `307 ${heads}`, "/meetings/{over}/close": `307 ${nobody}` },
  "/meetings/[id]/agenda": {
    "/meetings/{meeting}/agenda?item={item}": `307 ${desk}`,
    "/meetings/{meeting}/agenda?item={none}": `307 ${nobody}`,
    "/meetings/{over}/agenda?item={item}": `307 ${nobody}`,
  },
  "/meetings/[id]/decisions/[decision]": {
    "/meetings/{over}/decisions/{decision}": `307 ${heads}`,
    "/meetings/{meeting}/decisions/{decision}": `307 ${nobody}`,
  },
  "/meetings/[id]": {
    "/meetings/1": `307 ${all}`,
    "/meetings/{none}": `307 ${nobody}`,
    "/meetings/x": `307 ${nobody}`,
  },
};
