import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { agendaItems } from "@/db/schema/meetings";
import { AppError } from "@/domain/errors";
import { type LoadedMeeting, loadMeeting } from "@/server/entries/load-meeting";

export type LoadedItem = LoadedMeeting & { item: typeof agendaItems.$inferSelect };

/**
 * An agenda item with its meeting, which is locked.
 * @throws AppError NOT_FOUND
 */
export async function loadItem(tx: Transaction, itemId: number): Promise<LoadedItem> {
  const [item] = await tx.select().from(agendaItems).where(eq(agendaItems.id, itemId));
  if (!item) throw new AppError("NOT_FOUND");
  return { ...(await loadMeeting(tx, item.meetingId)), item };
}
