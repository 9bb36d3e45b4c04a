"use server";

import { type Fields, formAction, idOf } from "@/server/form-action";
import { addEvidence } from "./server/add-evidence";
import { addPaper as addPaperToMeeting } from "./server/add-paper";
import { removeEvidence } from "./server/remove-evidence";
import { removePaper as removePaperOfMeeting } from "./server/remove-paper";

/** The evidence on the page of the entry that the form names. */
const toEvidence = (saved: "evidence" | "evidenceRemoved") => (_result: unknown, fields: Fields) =>
  `/activities/${idOf(fields, "entryId")}?saved=${saved}#evidence` as const;

/** The documents on the page of the meeting that the form names. */
const toPapers = (saved: "paper" | "paperRemoved") => (_result: unknown, fields: Fields) =>
  `/meetings/${idOf(fields, "meetingId")}?saved=${saved}#papers` as const;

/**
 * Adds the chosen file to the fields. A form whose file field is empty sends a file without a name.
 */
async function withFile(fields: Fields, form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return { ...fields, file: undefined };
  return { ...fields, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}

export const add = formAction(addEvidence, { input: withFile, goTo: toEvidence("evidence") });

/** Removes a file. */
export const remove = formAction(removeEvidence, { goTo: toEvidence("evidenceRemoved") });

/** Adds a document to a meeting. */
export const addPaper = formAction(addPaperToMeeting, { input: withFile, goTo: toPapers("paper") });

/** Removes a document of a meeting. */
export const removePaper = formAction(removePaperOfMeeting, { goTo: toPapers("paperRemoved") });
