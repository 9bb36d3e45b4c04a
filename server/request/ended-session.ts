import "server-only";

/** The folders of `app/(desk)`, all of which require a session; a test compares them. */
export const deskAreas = [
  "activities",
  "admin",
  "as-of",
  "bin",
  "deadlines",
  "desk",
  "meetings",
  "mentions",
  "partners",
  "plans",
  "reports",
  "rounds",
  "search",
  "settings",
];

/** A file made from what a desk page shows, at the page's address followed by `/export`. */
const download = /\/export$/;

/** The page that offers this download; any other address unchanged. */
export function pageOf(pathname: string): string {
  return pathname.replace(download, "");
}

/**
 * True for pages of the desk. Not for unknown addresses, which answer 404 to everybody, nor for
 * downloads, which answer 401 themselves.
 */
export function isDeskPage(pathname: string): boolean {
  return pathname === "/" || (deskAreas.includes(pathname.split("/")[1] ?? "") && !download.test(pathname));
}

/** True for the API, which needs a key. */
export function isProgramAddress(pathname: string): boolean {
  return pathname.startsWith("/api/v1/");
}

/** True for routes that answer 401 in cases where a page redirects to the sign-in page. */
export function needsSession(pathname: string): boolean {
  return pathname.startsWith("/api/") && !/^\/api\/health(\/|$)/.test(pathname) && !isProgramAddress(pathname);
}

const keptFile = /^\/((activities|api\/v1\/entries)\/[^/]+\/evidence|meetings\/[^/]+\/papers)\/(?!new$)[^/]+$/;

/** True for the content of an uploaded file: evidence, or a document of a meeting. */
export function isKeptFile(pathname: string): boolean {
  return keptFile.test(pathname);
}

/** True for pages and routes that need no session. */
export function isOpen(pathname: string): boolean {
  return !isDeskPage(pathname) && !isProgramAddress(pathname) && !download.test(pathname);
}

export type KeptField = { name: string; value: string };

/** Fields that nobody typed, and secrets: settings of the shell, ids and versions of rows. */
const notTyped =
  /^(\$.*|password|repeat|present|locale|theme|singleKeys|next|ofPage|rows|drafts|intent|\w*[vV]ersion|\w*Ids?)$/;

/**
 * What a person typed into a plain form (sent without scripts) of a desk page after their session
 * has ended; this answer is the only copy of it. Empty if nothing was typed. With scripts the
 * browser tab has the draft.
 */
export async function keptFields(request: Request & { nextUrl: URL }): Promise<KeptField[]> {
  const isPlainForm = request.method === "POST" && !request.headers.has("next-action");
  if (!isPlainForm || !isDeskPage(request.nextUrl.pathname)) return [];
  return typedFields(await request.formData().catch(() => new FormData()));
}

/** The typed fields of a form that may be shown to the person again. */
export function typedFields(form: Iterable<readonly [string, unknown]>): KeptField[] {
  return [...form].flatMap(([name, value]) =>
    typeof value === "string" && value.trim() !== "" && !notTyped.test(name) ? [{ name, value }] : [],
  );
}
