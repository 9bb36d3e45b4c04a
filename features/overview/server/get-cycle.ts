import "server-only";
import { z } from "zod";
import { can } from "@/domain/permissions";
import { today } from "@/server/context";
import { defineQuery } from "@/server/define";
import { readCurrentCycle } from "@/server/register/current-cycle";
import { readPeriods } from "@/server/register/periods";

/** The current work cycle and the cycles to choose from, for the form that sets it. */
export const getCycle = defineQuery({
  name: "cycle.get",
  permission: "overview.read",
  input: z.object({}),
  run: async ({ db, actor, context }) => {
    const [cycle, periods] = await Promise.all([readCurrentCycle(db, today(context)), readPeriods(db)]);
    const cycles = periods.filter(({ kind }) => kind === "work_cycle");
    return { cycle, cycles, can: { update: can(actor, "cycle.update") } };
  },
});
