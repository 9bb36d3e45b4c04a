import type { Access } from "./answers";

/** The pages of reference data with the answer for each role; see `access` in routes.ts. */
export const referenceAccess: Access = {
  "/settings/reference": {
    "/settings/reference": { nobody: 307, heads: 200, others: 404 },
    "/settings/reference?kind=outcomes&q=a": { nobody: 307, heads: 200, others: 404 },
    "/settings/reference?kind=people": { nobody: 307, others: 400 },
  },
  "/settings/reference/new": {
    "/settings/reference/new?kind=member_states": { nobody: 307, heads: 200, others: 404 },
    "/settings/reference/new?kind=people": { nobody: 307, others: 400 },
  },
  "/settings/reference/[id]": {
    "/settings/reference/1?kind=bodies": { nobody: 307, heads: 200, others: 404 },
    "/settings/reference/{none}?kind=bodies": { nobody: 307, others: 404 },
    "/settings/reference/x": { nobody: 307, others: 404 },
  },
};
