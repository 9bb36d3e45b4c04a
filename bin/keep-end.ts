import { advanceAnchor } from "@/db/audit-anchor/advance";
import { anchorPlaces } from "@/db/audit-anchor/places";
import type { Database } from "@/db/client";
import { wordsForProblem } from "./audit-words";

/**
 * Stores the end of the audit log outside the database after a command that may have written to it.
 * A failure is reported on standard error but does not fail the command, whose own work is done.
 */
export async function keepEnd(db: Database): Promise<void> {
  for (const place of anchorPlaces("command")) {
    try {
      const { problem } = await advanceAnchor(db, place);
      if (problem) process.stderr.write(`${wordsForProblem(place, problem)}\n`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`The end of the audit log is not kept outside the database: ${reason}\n`);
    }
  }
}
