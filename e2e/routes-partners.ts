const all = "200 200 200 200 200 200";
const desk = "200 200 200 404 404 404";
const nobody = "404 404 404 404 404 404";

/** What the addresses of partners answer, in the order of `access`. */
export const partnerAccess: Record<string, Record<string, string>> = {
  "/partners": { "/partners": `307 ${all}` },
  "/partners/[id]": {
    "/partners/{partner}": `307 ${all}`,
    "/partners/{none}": `307 ${nobody}`,
    "/partners/x": `307 ${nobody}`,
  },
  "/partners/[id]/instruments/new": {
    "/partners/{partner}/instruments/new": `307 ${desk}`,
    "/partners/{none}/instruments/new": `307 ${nobody}`,
  },
  "/partners/[id]/instruments/[instrument]": {
    "/partners/{partner}/instruments/{instrument}": `307 ${desk}`,
    "/partners/{partner}/instruments/{none}": `307 ${nobody}`,
    "/partners/{none}/instruments/{instrument}": `307 ${nobody}`,
  },
  "/partners/[id]/talking-points": {
    "/partners/{partner}/talking-points": `307 ${all}`,
    "/partners/{partner}/talking-points?lang=fr": "307 400 400 400 400 400 400",
    "/partners/{none}/talking-points": `307 ${nobody}`,
  },
  "/partners/[id]/talking-points/export": {
    "/partners/{partner}/talking-points/export?format=csv": `401 ${all}`,
    "/partners/{partner}/talking-points/export": "401 400 400 400 400 400 400",
    "/partners/{none}/talking-points/export?format=csv": "401 404 404 404 404 404 404",
  },
};
