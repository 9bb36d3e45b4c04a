import "server-only";
import { defineQuery } from "@/server/define";
import { buildTalking, TalkingInput } from "../documents/talking-points/read";

/** The talking points for a session with a partner, for the screen. */
export const buildTalkingPoints = defineQuery({
  name: "report.buildTalkingPoints",
  permission: "report.read",
  input: TalkingInput,
  run: buildTalking,
});
