const all = "200 200 200 200 200 200";
const desk = "200 200 200 404 404 404";
const heads = "200 200 404 404 404 404";
const nobody = "404 404 404 404 404 404";

/** What the addresses of plans answer, in the order of `access`. */
export const planAccess: Record<string, Record<string, string>> = {
  "/plans": { "/plans": `307 ${all}` },
  "/plans/new": { "/plans/new": `307 ${desk}` },
  "/plans/lineage": {
    "/plans/lineage": `307 ${all}`,
    "/plans/lineage?all=1&sort=years.desc&state=LA": `307 ${all}`,
    "/plans/lineage?page=9999": `307 ${nobody}`,
    "/plans/lineage?sort=rank.asc": "307 400 400 400 400 400 400",
  },
  "/plans/lineage/export": {
    "/plans/lineage/export?format=csv": `401 ${all}`,
    "/plans/lineage/export": "401 400 400 400 400 400 400",
  },
  "/plans/[id]": { "/plans/{plan}": `307 ${all}`, "/plans/{none}": `307 ${nobody}`, "/plans/x": `307 ${nobody}` },
  "/plans/[id]/carry-over": {
    "/plans/{plan}/carry-over": `307 ${heads}`,
    "/plans/{plan}/carry-over?do.{ours}=drop": `307 ${heads}`,
    "/plans/{plan}/carry-over?do.1=explode": "307 400 400 400 400 400 400",
    "/plans/{plan}/carry-over?to={none}": `307 ${nobody}`,
    "/plans/{closed}/carry-over": `307 ${nobody}`,
  },
  "/plans/[id]/carry-over/preview": {
    "/plans/{plan}/carry-over/preview?do.{ours}=carry": `307 ${heads}`,
    "/plans/{none}/carry-over/preview": `307 ${nobody}`,
  },
  "/plans/[id]/close": { "/plans/{plan}/close": `307 ${heads}`, "/plans/{closed}/close": `307 ${nobody}` },
  "/plans/[id]/reopen": { "/plans/{closed}/reopen": `307 ${heads}`, "/plans/{plan}/reopen": `307 ${nobody}` },
  "/plans/[id]/board": { "/plans/{plan}/board": `307 ${all}`, "/plans/{none}/board": `307 ${nobody}` },
  "/plans/[id]/states": {
    "/plans/{plan}/states": `307 ${all}`,
    "/plans/{plan}/states?state=LA&silent=1": `307 ${all}`,
    "/plans/{plan}/states?state=XX": `307 ${nobody}`,
    "/plans/{plan}/states?state=lao": "307 400 400 400 400 400 400",
    "/plans/{none}/states": `307 ${nobody}`,
  },
  "/plans/[id]/states/chase": {
    "/plans/{plan}/states/chase": `307 ${all}`,
    "/plans/{none}/states/chase": `307 ${nobody}`,
  },
  "/plans/[id]/states/chase/export": {
    "/plans/{plan}/states/chase/export?format=csv": `401 ${all}`,
    "/plans/{plan}/states/chase/export": "401 400 400 400 400 400 400",
    "/plans/{none}/states/chase/export?format=csv": "401 404 404 404 404 404 404",
  },
  "/plans/[id]/edit": { "/plans/{plan}/edit": `307 ${desk}`, "/plans/{none}/edit": `307 ${nobody}` },
};
