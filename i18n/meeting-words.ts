import { getTranslations } from "next-intl/server";
import { meetingInText } from "./meeting-name";

/** A meeting by its code, in the language of this request. */
export async function meetingWords(code: string, place: "in a sentence" | "at its head" = "in a sentence") {
  const terms = await getTranslations("terms");
  return meetingInText(code, (body) => terms(`${place === "at its head" ? "body" : "byBody"}.${body}`));
}
