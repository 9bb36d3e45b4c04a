import { z } from "zod";
import { audiences, evidenceKinds } from "@/domain/evidence";
import { optionalId, optionalText, rowId } from "@/server/form-fields";

/** An uploaded file with the name that it has on the person's computer. */
const upload = z.object(
  { name: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) },
  { error: "REQUIRED" },
);

/** A new piece of evidence of an entry. */
export const AddEvidenceInput = z.object({
  entryId: rowId,
  kind: z.enum(evidenceKinds, { error: "UNKNOWN_CHOICE" }),
  note: optionalText(500),
  file: upload,
});

export const RemoveEvidenceInput = z.object({ entryId: rowId, evidenceId: rowId });

/** A new document of a meeting, or of one item of its agenda. */
export const AddPaperInput = z.object({
  meetingId: rowId,
  agendaItemId: optionalId,
  audience: z.enum(audiences, { error: "UNKNOWN_CHOICE" }),
  note: optionalText(500),
  file: upload,
});

export const RemovePaperInput = z.object({ meetingId: rowId, paperId: rowId });
