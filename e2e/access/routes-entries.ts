import type { Access } from "./answers";

/** The pages of one activity with the answer for each role; see `access` in routes.ts. */
export const entryAccess: Access = {
  "/activities/[id]": {
    "/activities/{ours}": { nobody: 307, "focal.th": 404, others: 200 },
    "/activities/{theirs}": { nobody: 307, "focal.la": 404, others: 200 },
    "/activities/{shared}": { nobody: 307, others: 200 },
    "/activities/{draft}": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/activities/{hidden}": { nobody: 307, desk: 200, others: 404 },
    "/activities/{none}": { nobody: 307, others: 404 },
    "/activities/first": { nobody: 307, others: 404 },
  },
  "/activities/[id]/history": {
    "/activities/{ours}/history": { nobody: 307, "focal.th": 404, others: 200 },
    "/activities/{theirs}/history": { nobody: 307, "focal.la": 404, others: 200 },
    "/activities/{hidden}/history": { nobody: 307, desk: 200, others: 404 },
    "/activities/{none}/history": { nobody: 307, others: 404 },
  },
  "/activities/[id]/remove": {
    "/activities/{draft}/remove": { nobody: 307, desk: 200, others: 404 },
    "/activities/{submitted}/remove": { nobody: 307, desk: 200, others: 404 },
    "/activities/{ours}/remove": { nobody: 307, others: 404 },
    "/activities/{none}/remove": { nobody: 307, others: 404 },
  },
  "/activities/[id]/updates/[update]": {
    "/activities/{ours}/updates/{none}": { nobody: 307, others: 404 },
    "/activities/{ours}/updates/first": { nobody: 307, others: 404 },
    "/activities/{none}/updates/1": { nobody: 307, others: 404 },
  },
  "/activities/[id]/edit": {
    "/activities/{ours}/edit": { nobody: 307, desk: 200, others: 404 },
    "/activities/{draft}/edit": { nobody: 307, desk: 200, others: 404 },
    "/activities/{none}/edit": { nobody: 307, others: 404 },
  },
  "/activities/[id]/concept": {
    "/activities/{draft}/concept": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/activities/{submitted}/concept": { nobody: 307, others: 404 },
    "/activities/{theirs}/concept": { nobody: 307, others: 404 },
    "/activities/{none}/concept": { nobody: 307, others: 404 },
  },
  "/activities/[id]/concept/versions": {
    "/activities/{draft}/concept/versions": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/activities/{ours}/concept/versions": { nobody: 307, "focal.th": 404, others: 200 },
    "/activities/{ours}/concept/versions?from=1&to=99999999": { nobody: 307, others: 404 },
    "/activities/{ours}/concept/versions?from=first": { nobody: 307, others: 400 },
    "/activities/{none}/concept/versions": { nobody: 307, others: 404 },
  },
  "/activities/[id]/report": {
    "/activities/{ours}/report": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/activities/{theirs}/report": { nobody: 307, desk: 200, "focal.th": 200, others: 404 },
    "/activities/{shared}/report": { nobody: 307, desk: 200, "focal.th": 200, others: 404 },
    "/activities/{draft}/report": { nobody: 307, others: 404 },
    "/activities/{none}/report": { nobody: 307, others: 404 },
  },
  "/activities/[id]/decide": {
    "/activities/{ours}/decide": { nobody: 307, heads: 200, others: 404 },
    "/activities/{submitted}/decide": { nobody: 307, heads: 200, others: 404 },
    "/activities/{draft}/decide": { nobody: 307, others: 404 },
    "/activities/{none}/decide": { nobody: 307, others: 404 },
  },
  "/activities/[id]/agenda": {
    "/activities/{ours}/agenda": { nobody: 307, desk: 200, others: 404 },
    "/activities/{draft}/agenda": { nobody: 307, desk: 200, others: 404 },
    "/activities/{none}/agenda": { nobody: 307, others: 404 },
  },
  "/activities/[id]/comments/new": {
    "/activities/{ours}/comments/new": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/activities/{shared}/comments/new": { nobody: 307, desk: 200, focals: 200, viewer: 404 },
    "/activities/{hidden}/comments/new": { nobody: 307, desk: 200, others: 404 },
    "/activities/{none}/comments/new": { nobody: 307, others: 404 },
  },
  "/activities/[id]/evidence/new": {
    "/activities/{ours}/evidence/new": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/activities/{shared}/evidence/new": { nobody: 307, desk: 200, "focal.th": 200, others: 404 },
    "/activities/{hidden}/evidence/new": { nobody: 307, desk: 200, others: 404 },
    "/activities/{none}/evidence/new": { nobody: 307, others: 404 },
  },
  "/activities/[id]/evidence/[file]": {
    "/activities/{ours}/evidence/{file}": { nobody: 307, "focal.th": 404, others: 200 },
    "/activities/{theirs}/evidence/{file}": { nobody: 307, others: 404 },
    "/activities/{ours}/evidence/{none}": { nobody: 307, others: 404 },
    "/activities/{ours}/evidence/..%2f..%2fetc": { nobody: 307, others: 404 },
  },
  "/activities/[id]/deadlines/new": {
    "/activities/{ours}/deadlines/new": { nobody: 307, desk: 200, others: 404 },
    "/activities/{none}/deadlines/new": { nobody: 307, others: 404 },
  },
  "/activities/[id]/states/[code]": {
    "/activities/{ours}/states/LA": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/activities/{shared}/states/LA": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/activities/{shared}/states/TH": { nobody: 307, desk: 200, "focal.th": 200, others: 404 },
    "/activities/{shared}/states/VN": { nobody: 307, others: 404 },
    "/activities/{none}/states/LA": { nobody: 307, others: 404 },
  },
};
