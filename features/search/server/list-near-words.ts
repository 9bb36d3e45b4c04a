import "server-only";
import { z } from "zod";
import { didYouMean } from "@/domain/did-you-mean";
import { defineQuery } from "@/server/define";
import { nearTitles } from "./lib/near-titles";

/** What a search that found little may have meant: words of titles that the actor may see. */
export const listNearWords = defineQuery({
  name: "search.nearWords",
  permission: "search.read",
  input: z.object({ q: z.string().max(200) }),
  run: async ({ db, actor, input: { q } }) => didYouMean(q, await nearTitles(db, actor, q)),
});
