const nobody = "404 404 404 404 404 404";
const heads = "200 200 404 404 404 404";
/** The desk and every focal point; a viewer knows of no rounds. */
const reporters = "200 200 200 200 200 404";

/** The pages of reporting rounds with what each answers to whom; see `access` in routes.ts. */
export const roundAccess: Record<string, Record<string, string>> = {
  "/rounds": { "/rounds": `307 ${reporters}` },
  "/rounds/new": {
    "/rounds/new": `307 ${heads}`,
    "/rounds/new?meeting={meeting}": `307 ${heads}`,
    "/rounds/new?meeting=first": "307 400 400 400 400 400 400",
  },
  "/rounds/[id]": {
    "/rounds/{round}": `307 ${reporters}`,
    "/rounds/{round}?side=LA&state=pending": `307 ${reporters}`,
    "/rounds/{round}?side=Laos": "307 400 400 400 400 400 400",
    "/rounds/{none}": `307 ${nobody}`,
    "/rounds/x": `307 ${nobody}`,
  },
  "/rounds/[id]/drafts/[draft]": {
    "/rounds/{round}/drafts/{roundDraft}": "307 200 200 200 200 404 404",
    "/rounds/{thaiRound}/drafts/{thaiDraft}": "307 200 200 200 404 200 404",
    "/rounds/{round}/drafts/{thaiDraft}": `307 ${nobody}`,
    "/rounds/{round}/drafts/x": `307 ${nobody}`,
  },
};
