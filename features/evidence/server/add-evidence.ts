import "server-only";
import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { evidence, storedFiles } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";
import { defineCommand } from "@/server/define";
import { loadEntryRow } from "@/server/entry-row";
import { cleanFileName } from "../file-name";
import { AddEvidenceInput } from "../schema";
import { checkFile } from "./parts/check-file";

/**
 * Attaches a file to an entry. The same content is stored once, however often it is attached; to one entry it is attached once.
 * @throws AppError NOT_FOUND, ALREADY_EXISTS; see `checkFile`
 */
export const addEvidence = defineCommand({
  name: "evidence.add",
  permission: "evidence.add",
  input: AddEvidenceInput,
  load: ({ tx, actor, input }) => loadEntryRow(tx, actor, input.entryId),
  run: async ({ tx, actor, input: { entryId, kind, note, file } }) => {
    const content = Buffer.from(file.bytes);
    const fileName = cleanFileName(file.name);
    const mediaType = await checkFile(content, fileName);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const size = content.length;
    const attached = and(eq(evidence.entryId, entryId), eq(evidence.sha256, sha256), isNull(evidence.removedAt));
    if ((await tx.$count(evidence, attached)) > 0) throw new AppError("ALREADY_EXISTS", { field: "file" });
    await tx.insert(storedFiles).values({ sha256, size, content }).onConflictDoNothing();
    const said = { entryId, kind, fileName, mediaType, sha256, size, note };
    const [row] = await tx
      .insert(evidence)
      .values({ ...said, addedBy: actor.userId, addedByName: actor.name, isSample: actor.isSample })
      .returning({ id: evidence.id });
    if (!row) throw new AppError("INTERNAL");
    const after = { entryId, kind, fileName, mediaType, sha256, size, remark: note };
    return { result: { evidenceId: row.id }, audit: { subject: "evidence", subjectId: row.id, after } };
  },
});
