import type { Access } from "./answers";

/** The pages of reporting rounds with the answer for each role; see `access` in routes.ts. */
export const roundAccess: Access = {
  "/rounds": { "/rounds": { nobody: 307, desk: 200, focals: 200, viewer: 404 } },
  "/rounds/new": {
    "/rounds/new": { nobody: 307, heads: 200, others: 404 },
    "/rounds/new?meeting={meeting}": { nobody: 307, heads: 200, others: 404 },
    "/rounds/new?meeting=first": { nobody: 307, others: 400 },
  },
  "/rounds/[id]": {
    "/rounds/{round}": { nobody: 307, desk: 200, focals: 200, viewer: 404 },
    "/rounds/{round}?side=LA&state=pending": { nobody: 307, desk: 200, focals: 200, viewer: 404 },
    "/rounds/{round}?side=Laos": { nobody: 307, others: 400 },
    "/rounds/{none}": { nobody: 307, others: 404 },
    "/rounds/x": { nobody: 307, others: 404 },
  },
  "/rounds/[id]/drafts/[draft]": {
    "/rounds/{round}/drafts/{roundDraft}": { nobody: 307, desk: 200, "focal.la": 200, others: 404 },
    "/rounds/{thaiRound}/drafts/{thaiDraft}": { nobody: 307, desk: 200, "focal.th": 200, others: 404 },
    "/rounds/{round}/drafts/{thaiDraft}": { nobody: 307, others: 404 },
    "/rounds/{round}/drafts/x": { nobody: 307, others: 404 },
  },
};
