import "server-only";
import { z } from "zod";
import { defaultTakingBack, type TakingBack } from "@/domain/taking-back";
import type { Setting } from "@/server/settings";

/**
 * The heads' setting: for how many hours authors may correct or take back their updates, and for
 * how many days what was removed can be restored.
 */
export const takingBack: Setting<TakingBack> = {
  key: "taking-back",
  schema: z.object({ hours: z.number().int(), binDays: z.number().int() }),
  fallback: defaultTakingBack,
};
