import { z } from "zod";
import { audiences, evidenceKinds } from "@/domain/evidence";
import { optionalId, optionalText, rowId } from "@/server/form-fields";

/** A file as it came, with its name as the person's computer has it. */
const upload = z.object(
  { name: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) },
  { error: "REQUIRED" },
);

/** A file that shows what an entry reports. */
export const AddEvidenceInput = z.object({
  entryId: rowId,
  kind: z.enum(evidenceKinds, { error: "UNKNOWN_CHOICE" }),
  note: optionalText(500),
  file: upload,
});

export const RemoveEvidenceInput = z.object({ entryId: rowId, evidenceId: rowId });

/** A paper of a meeting, or of one point of its agenda. */
export const AddPaperInput = z.object({
  meetingId: rowId,
  agendaItemId: optionalId,
  audience: z.enum(audiences, { error: "UNKNOWN_CHOICE" }),
  note: optionalText(500),
  file: upload,
});

export const RemovePaperInput = z.object({ meetingId: rowId, paperId: rowId });
