import type { Access } from "./answers";

/** The pages of plans with the answer for each role; see `access` in routes.ts. */
export const planAccess: Access = {
  "/plans/[id]/decided": {
    "/plans/{plan}/decided": { nobody: 307, heads: 200, others: 404 },
    "/plans/{closed}/decided": { nobody: 307, others: 404 },
    "/plans/{none}/decided": { nobody: 307, others: 404 },
  },
  "/plans": { "/plans": { nobody: 307, others: 200 } },
  "/plans/new": { "/plans/new": { nobody: 307, desk: 200, others: 404 } },
  "/plans/lineage": {
    "/plans/lineage": { nobody: 307, others: 200 },
    "/plans/lineage?all=1&sort=years.desc&state=LA": { nobody: 307, others: 200 },
    "/plans/lineage?page=9999": { nobody: 307, others: 404 },
    "/plans/lineage?sort=rank.asc": { nobody: 307, others: 400 },
  },
  "/plans/lineage/export": {
    "/plans/lineage/export?format=csv": { nobody: 401, others: 200 },
    "/plans/lineage/export": { nobody: 401, others: 400 },
  },
  "/plans/[id]": {
    "/plans/{plan}": { nobody: 307, others: 200 },
    "/plans/{none}": { nobody: 307, others: 404 },
    "/plans/x": { nobody: 307, others: 404 },
  },
  "/plans/[id]/carry-over": {
    "/plans/{plan}/carry-over": { nobody: 307, heads: 200, others: 404 },
    "/plans/{plan}/carry-over?do.{ours}=drop": { nobody: 307, heads: 200, others: 404 },
    "/plans/{plan}/carry-over?do.1=explode": { nobody: 307, others: 400 },
    "/plans/{plan}/carry-over?to={none}": { nobody: 307, others: 404 },
    "/plans/{closed}/carry-over": { nobody: 307, others: 404 },
  },
  "/plans/[id]/carry-over/preview": {
    "/plans/{plan}/carry-over/preview?do.{ours}=carry": { nobody: 307, heads: 200, others: 404 },
    "/plans/{none}/carry-over/preview": { nobody: 307, others: 404 },
  },
  "/plans/[id]/close": {
    "/plans/{plan}/close": { nobody: 307, heads: 200, others: 404 },
    "/plans/{closed}/close": { nobody: 307, others: 404 },
  },
  "/plans/[id]/reopen": {
    "/plans/{closed}/reopen": { nobody: 307, heads: 200, others: 404 },
    "/plans/{plan}/reopen": { nobody: 307, others: 404 },
  },
  "/plans/[id]/board": {
    "/plans/{plan}/board": { nobody: 307, others: 200 },
    "/plans/{none}/board": { nobody: 307, others: 404 },
  },
  "/plans/[id]/states": {
    "/plans/{plan}/states": { nobody: 307, others: 200 },
    "/plans/{plan}/states?state=LA&silent=1": { nobody: 307, others: 200 },
    "/plans/{plan}/states?state=XX": { nobody: 307, others: 404 },
    "/plans/{plan}/states?state=lao": { nobody: 307, others: 200 },
    "/plans/{none}/states": { nobody: 307, others: 404 },
  },
  "/plans/[id]/states/chase": {
    "/plans/{plan}/states/chase": { nobody: 307, others: 200 },
    "/plans/{none}/states/chase": { nobody: 307, others: 404 },
  },
  "/plans/[id]/states/chase/export": {
    "/plans/{plan}/states/chase/export?format=csv": { nobody: 401, others: 200 },
    "/plans/{plan}/states/chase/export": { nobody: 401, others: 400 },
    "/plans/{none}/states/chase/export?format=csv": { nobody: 401, others: 404 },
  },
  "/plans/[id]/edit": {
    "/plans/{plan}/edit": { nobody: 307, desk: 200, others: 404 },
    "/plans/{none}/edit": { nobody: 307, others: 404 },
  },
};
