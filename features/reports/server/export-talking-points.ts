import "server-only";
import { defineQuery } from "@/server/define";
import { buildTalking, TalkingInput } from "../documents/talking-points/read";

/** The talking points for a session with a partner, for a file that leaves the register. */
export const exportTalkingPoints = defineQuery({
  name: "report.exportTalkingPoints",
  permission: "report.export",
  input: TalkingInput,
  run: buildTalking,
});
