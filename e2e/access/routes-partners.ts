import type { Access } from "./answers";

/** The pages of partners with the answer for each role; see `access` in routes.ts. */
export const partnerAccess: Access = {
  "/partners": { "/partners": { nobody: 307, others: 200 } },
  "/partners/[id]": {
    "/partners/{partner}": { nobody: 307, others: 200 },
    "/partners/{none}": { nobody: 307, others: 404 },
    "/partners/x": { nobody: 307, others: 404 },
  },
  "/partners/[id]/instruments/new": {
    "/partners/{partner}/instruments/new": { nobody: 307, desk: 200, others: 404 },
    "/partners/{none}/instruments/new": { nobody: 307, others: 404 },
  },
  "/partners/[id]/instruments/[instrument]": {
    "/partners/{partner}/instruments/{instrument}": { nobody: 307, desk: 200, others: 404 },
    "/partners/{partner}/instruments/{none}": { nobody: 307, others: 404 },
    "/partners/{none}/instruments/{instrument}": { nobody: 307, others: 404 },
  },
  "/partners/[id]/talking-points": {
    "/partners/{partner}/talking-points": { nobody: 307, others: 200 },
    "/partners/{partner}/talking-points?lang=fr": { nobody: 307, others: 400 },
    "/partners/{none}/talking-points": { nobody: 307, others: 404 },
  },
  "/partners/[id]/talking-points/export": {
    "/partners/{partner}/talking-points/export?format=csv": { nobody: 401, others: 200 },
    "/partners/{partner}/talking-points/export": { nobody: 401, others: 400 },
    "/partners/{none}/talking-points/export?format=csv": { nobody: 401, others: 404 },
  },
};
