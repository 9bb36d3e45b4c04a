import "server-only";

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __onAuditAppended?: () => void };

/**
 * Calls this whenever a row is being appended to the audit log by this process; the row is not
 * committed yet.
 */
export function onAuditAppended(run: (() => void) | undefined): void {
  held.__onAuditAppended = run;
}

/** A row is being appended. */
export function tellAuditAppended(): void {
  held.__onAuditAppended?.();
}
