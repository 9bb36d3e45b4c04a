import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { papers } from "@/db/schema/evidence";
import { AppError } from "@/domain/errors";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { readContent } from "./lib/read-content";
import { readablePapers } from "./lib/readable-papers";

/**
 * A document of a meeting with its content.
 * @throws AppError NOT_FOUND, also if it was removed or the actor may not read it
 */
export const getPaperFile = defineQuery({
  name: "paper.get",
  permission: "paper.read",
  input: z.object({ meetingId: rowId, paperId: rowId }),
  run: async ({ db, actor, input: { meetingId, paperId } }) => {
    const [file] = await db
      .select({ fileName: papers.fileName, mediaType: papers.mediaType, sha256: papers.sha256, size: papers.size })
      .from(papers)
      .where(and(eq(papers.id, paperId), readablePapers(actor, meetingId)));
    if (!file) throw new AppError("NOT_FOUND");
    const { fileName, mediaType } = file;
    return { fileName, mediaType, content: await readContent(db, file) };
  },
});
