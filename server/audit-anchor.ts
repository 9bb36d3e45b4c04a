import "server-only";
import { type AnchorState, advanceAnchor } from "@/db/audit-anchor/advance";
import { onAuditAppended } from "@/db/audit-anchor/appended";
import { type AnchorPlace, anchorPlaces } from "@/db/audit-anchor/places";
import { database } from "@/db/client";
import { log } from "./observability/log";
import { type KeptUp, keepUp } from "./past/keep-up";

/** At most one write a second in each place, however much is written to the log. */
const pauseMs = 1_000;
/**
 * A failed write is tried again after this time, even if nothing is appended to the log meanwhile.
 */
const retryMs = 30_000;
const databaseAwayMs = 5_000;

type Anchored = { readonly place: AnchorPlace; readonly keeper: KeptUp; state: AnchorState | null };

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __auditAnchors?: readonly Anchored[] };

/**
 * From now on stores the signed end of the audit log outside the database, in each place
 * separately: a place whose storage hangs does not delay the others, and no change waits for any of
 * them.
 */
export function keepAnchors(): void {
  shared.__auditAnchors ??= anchorPlaces("site").map(anchorAt);
  const anchored = shared.__auditAnchors;
  const askAll = () => {
    for (const { keeper } of anchored) keeper.ask();
  };
  onAuditAppended(askAll);
  askAll();
}

/** Writes what is still pending, at the end of the process. */
export async function settleAnchors(): Promise<void> {
  onAuditAppended(undefined);
  await Promise.all((shared.__auditAnchors ?? []).map(({ keeper }) => keeper.settle()));
}

/**
 * For the metrics: the row that the anchor in each place has reached, and whether it is failing.
 */
export function anchorStates(): { place: string; seq: number; isFailing: boolean }[] {
  return (shared.__auditAnchors ?? []).flatMap(({ place, state }) =>
    state ? [{ place: place.kind, seq: state.seq ?? 0, isFailing: state.problem !== null }] : [],
  );
}

function anchorAt(place: AnchorPlace): Anchored {
  const anchored: Anchored = { place, state: null, keeper: keepUp(() => look(anchored), pauseMs) };
  return anchored;
}

async function look(anchored: Anchored): Promise<number | null> {
  try {
    const state = await advanceAnchor(database(), anchored.place);
    logChange(anchored, state);
    anchored.state = state;
    if (state.problem) return retryMs;
    // Another process may have overwritten the shared file with a slightly older end.
    return state.hasWritten && anchored.place.kind === "file" ? pauseMs : null;
  } catch {
    // The database does not answer; this is logged elsewhere.
    return databaseAwayMs;
  }
}

/** Logs one line when a place stops following the log, and one when it follows again. */
function logChange({ place, state: before }: Anchored, { seq, problem }: AnchorState): void {
  if (problem?.kind === before?.problem?.kind) return;
  const line = { event: "audit_anchor", place: place.kind, row: seq };
  if (problem) log().error({ ...line, problem: problem.kind, file: problem.file, reason: problem.reason });
  else log().info({ ...line, problem: null });
}
