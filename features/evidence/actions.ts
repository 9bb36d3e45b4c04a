"use server";

import { type Fields, formAction, idOf } from "@/server/form-action";
import { addEvidence } from "./server/add-evidence";
import { addPaper as addPaperToMeeting } from "./server/add-paper";
import { removeEvidence } from "./server/remove-evidence";
import { removePaper as removePaperOfMeeting } from "./server/remove-paper";

/** The files on the page of the entry that the form names. */
const toEvidence = (saved: "evidence" | "evidenceRemoved") => (_result: unknown, fields: Fields) =>
  `/activities/${idOf(fields, "entryId")}?saved=${saved}#evidence` as const;

/** The papers on the page of the meeting that the form names. */
const toPapers = (saved: "paper" | "paperRemoved") => (_result: unknown, fields: Fields) =>
  `/meetings/${idOf(fields, "meetingId")}?saved=${saved}#papers` as const;

/**
 * The fields with the file that was chosen. A form whose field was left empty sends a file without
 * a name.
 */
async function withFile(fields: Fields, form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return { ...fields, file: undefined };
  return { ...fields, file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
}

/** Attaches the file of the form. */
export const add = formAction(addEvidence, { input: withFile, goTo: toEvidence("evidence") });

/** Takes a file back. */
export const remove = formAction(removeEvidence, { goTo: toEvidence("evidenceRemoved") });

/** Adds the paper of the form to a meeting. */
export const addPaper = formAction(addPaperToMeeting, { input: withFile, goTo: toPapers("paper") });

/** Takes a paper of a meeting back. */
export const removePaper = formAction(removePaperOfMeeting, { goTo: toPapers("paperRemoved") });
