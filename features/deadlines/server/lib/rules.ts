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

/** The setting of the rules of funds and of completion. The fallback is the published rules. */
export const deadlineRules: Setting<DeadlineRules> = { key: "deadline_rules", schema: Rules, fallback: defaultRules };
