import "server-only";
import { z } from "zod";
import { type DeadlineRules, defaultRules } from "@/domain/deadline-rules";
import type { Setting } from "@/server/settings";

const Rules = z.object({
  funds: z.string(),
  disbursedPercent: z.number().int(),
  disbursedMonth: z.number().int(),
  financialReportDays: z.number().int(),
  completionReportDays: z.number().int(),
});

/**
 * The heads' setting: what funds and completion ask, and by when. As published until they say
 * otherwise.
 */
export const deadlineRules: Setting<DeadlineRules> = { key: "deadline_rules", schema: Rules, fallback: defaultRules };
