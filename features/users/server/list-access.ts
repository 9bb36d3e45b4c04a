import "server-only";
import { z } from "zod";
import { defineQuery } from "@/server/define";
import { accessOf } from "./lib/access";

/** One's own valid keys and calendar addresses. */
export const listAccess = defineQuery({
  name: "account.listAccess",
  permission: "account.read",
  input: z.object({}),
  run: ({ db, actor }) => accessOf(db, actor.userId ?? 0),
});
