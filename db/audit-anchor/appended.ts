import "server-only";

// Shared by all bundles of Next, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __onAuditAppended?: () => void };

/**
 * Registers a function that is called whenever this process appends a row to the audit log; the row
 * is not committed at that time.
 */
export function onAuditAppended(run: (() => void) | undefined): void {
  held.__onAuditAppended = run;
}

/** Reports that a row is being appended. */
export function tellAuditAppended(): void {
  held.__onAuditAppended?.();
}
