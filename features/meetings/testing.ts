import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { bodies } from "@/db/schema/bodies";
import { agendaItems, meetings } from "@/db/schema/meetings";
import type { BodyCode } from "@/domain/lifecycle";

let made = 0;

type Wish = { lastOn?: string; state?: "open" | "closed" };

/**
 * Inserts a meeting of this body with two agenda items.
 * @returns its id, and the ids of the items in order
 */
export async function addMeeting(db: Database, body: BodyCode, { lastOn = "2024-02-02", state = "open" }: Wish = {}) {
  made += 1;
  const [row] = await db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, body));
  const [meeting] = await db
    .insert(meetings)
    .values({
      code: `${body}-M${made}`,
      bodyId: row?.id ?? 0,
      titleEn: `A meeting ${made}`,
      state,
      firstOn: lastOn,
      firstPrecision: "exact",
      lastOn,
      lastPrecision: "exact",
    })
    .returning({ id: meetings.id });
  if (!meeting) throw new Error("no meeting was made");
  const points = [1, 2].map((position) => ({ meetingId: meeting.id, position, titleEn: `Point ${position}` }));
  const items = await db.insert(agendaItems).values(points).returning({ id: agendaItems.id });
  const [first, second] = items.map(({ id }) => id);
  if (!first || !second) throw new Error("no points were made");
  return { meetingId: meeting.id, first, second };
}
