import "server-only";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "@/db/schema/users";
import { isAddress } from "@/domain/ip-address";
import { type Device, deviceOf } from "@/domain/user-agent";
import { env } from "@/env";
import { defineQuery } from "@/server/define";

export type OwnSession = {
  id: number;
  device: Device;
  /** Network address from which it was opened. */
  address: string | null;
  startedAt: Date;
  seenAt: Date;
  /** True for the session of this request. */
  isThis: boolean;
};

/** Open sessions of the person, the most recently used first. */
export const listOwnSessions = defineQuery({
  name: "account.listSessions",
  permission: "account.read",
  /** The session of this request, from `currentPerson`. */
  input: z.object({ thisId: z.number() }),
  run: async ({ db, actor, input }): Promise<OwnSession[]> => {
    const idle = sql`make_interval(secs => ${env().SESSION_IDLE_S})`;
    const rows = await db
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.userId, actor.userId ?? 0),
          gt(sessions.expiresAt, sql`now()`),
          gt(sessions.seenAt, sql`now() - ${idle}`),
        ),
      )
      .orderBy(desc(sessions.seenAt), desc(sessions.id));
    return rows.map(({ id, address, userAgent, createdAt, seenAt }) => ({
      id,
      address: isAddress(address) ? address : null,
      seenAt,
      device: deviceOf(userAgent),
      startedAt: createdAt,
      isThis: id === input.thisId,
    }));
  },
});
