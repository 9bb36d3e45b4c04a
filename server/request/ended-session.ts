import "server-only";

/**
 * The folders of `app/(desk)`, where nothing is open to people who are not signed in; a test
 * compares them.
 */
export const deskAreas = [
  "activities",
  "admin",
  "as-of",
  "deadlines",
  "meetings",
  "mentions",
  "partners",
  "plans",
  "reports",
  "rounds",
  "settings",
];

/**
 * A file made from what a desk page shows; its address is the page's own with `/export` behind it.
 */
const download = /\/export$/;

/** The page that offers this download; any other address as it is. */
export function pageOf(pathname: string): string {
  return pathname.replace(download, "");
}

/**
 * A page of the desk. Unknown addresses are none: they say 404 to everybody. Downloads are none:
 * they answer 401 themselves.
 */
export function isDeskPage(pathname: string): boolean {
  return pathname === "/" || (deskAreas.includes(pathname.split("/")[1] ?? "") && !download.test(pathname));
}

/** The interface for programs, which asks for a key of its own. */
export function isProgramAddress(pathname: string): boolean {
  return pathname.startsWith("/api/v1/");
}

/** A route that answers 401 where a page leads to the sign-in. */
export function needsSession(pathname: string): boolean {
  return pathname.startsWith("/api/") && !/^\/api\/health(\/|$)/.test(pathname) && !isProgramAddress(pathname);
}

const keptFile = /^\/((activities|api\/v1\/entries)\/[^/]+\/evidence|meetings\/[^/]+\/papers)\/(?!new$)[^/]+$/;

/** The content of something that somebody has sent: evidence, or a paper of a meeting. */
export function isKeptFile(pathname: string): boolean {
  return keptFile.test(pathname);
}

/** A page or route that is open to people who are not signed in. */
export function isOpen(pathname: string): boolean {
  return !isDeskPage(pathname) && !isProgramAddress(pathname) && !download.test(pathname);
}

export type KeptField = { name: string; value: string };

/** Secrets, the shell's own switches, and numbers of rows, which nobody typed. */
const notTyped =
  /^(\$.*|password|repeat|present|locale|theme|singleKeys|next|rows|drafts|intent|\w*[vV]ersion|\w*Ids?)$/;

/**
 * What nobody who is signed in typed into a plain form (sent without scripts) of a desk page:
 * nothing keeps it but this answer. Empty when nothing was typed. With scripts the tab itself keeps
 * the draft.
 */
export async function keptFields(request: Request & { nextUrl: URL }): Promise<KeptField[]> {
  const isPlainForm = request.method === "POST" && !request.headers.has("next-action");
  if (!isPlainForm || !isDeskPage(request.nextUrl.pathname)) return [];
  return typedFields(await request.formData().catch(() => new FormData()));
}

/** What somebody wrote into a form, as far as it may be shown to them again. */
export function typedFields(form: FormData): KeptField[] {
  return [...form].flatMap(([name, value]) =>
    typeof value === "string" && value.trim() !== "" && !notTyped.test(name) ? [{ name, value }] : [],
  );
}
