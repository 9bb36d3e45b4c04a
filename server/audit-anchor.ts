import "server-only";
import { type AnchorState, advanceAnchor } from "@/db/audit-anchor/advance";
import { onAuditAppended } from "@/db/audit-anchor/appended";
import { type AnchorPlace, anchorPlaces } from "@/db/audit-anchor/places";
import { database } from "@/db/client";
import { log } from "./observability/log";
import { type KeptUp, keepUp } from "./past/keep-up";

/** At most one write a second at each place, however much is written to the log. */
const pauseMs = 1_000;
/** What could not be done is tried again after this, also where nothing is written meanwhile. */
const retryMs = 30_000;
const databaseAwayMs = 5_000;

type Kept = { readonly place: AnchorPlace; readonly keeper: KeptUp; state: AnchorState | null };

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __auditAnchors?: readonly Kept[] };

/**
 * Keeps the signed end of the audit log outside the database from now on, at each place on its own:
 * storage that hangs holds up no other, and no change waits for any of them.
 */
export function keepAnchors(): void {
  held.__auditAnchors ??= anchorPlaces("site").map(keepAt);
  const kept = held.__auditAnchors;
  const askAll = () => {
    for (const { keeper } of kept) keeper.ask();
  };
  onAuditAppended(askAll);
  askAll();
}

/** Writes what is still to be written, at the end of the process. */
export async function settleAnchors(): Promise<void> {
  onAuditAppended(undefined);
  await Promise.all((held.__auditAnchors ?? []).map(({ keeper }) => keeper.settle()));
}

/**
 * For the measures: at each place the row that the anchor knows, and whether it follows the log.
 */
export function anchorStates(): { place: string; seq: number; isFailing: boolean }[] {
  return (held.__auditAnchors ?? []).flatMap(({ place, state }) =>
    state ? [{ place: place.kind, seq: state.seq ?? 0, isFailing: state.problem !== null }] : [],
  );
}

function keepAt(place: AnchorPlace): Kept {
  const kept: Kept = { place, state: null, keeper: keepUp(() => look(kept), pauseMs) };
  return kept;
}

async function look(kept: Kept): Promise<number | null> {
  try {
    const state = await advanceAnchor(database(), kept.place);
    tellChange(kept, state);
    kept.state = state;
    if (state.problem) return retryMs;
    // Another process may have replaced the one file by an end of a moment before.
    return state.hasWritten && kept.place.kind === "file" ? pauseMs : null;
  } catch {
    // The database does not answer, which the log says elsewhere.
    return databaseAwayMs;
  }
}

/** One line when it stops following the log, and one when it follows again. */
function tellChange({ place, state: before }: Kept, { seq, problem }: AnchorState): void {
  if (problem?.kind === before?.problem?.kind) return;
  const line = { event: "audit_anchor", place: place.kind, row: seq };
  if (problem) log().error({ ...line, problem: problem.kind, file: problem.file, reason: problem.reason });
  else log().info({ ...line, problem: null });
}
