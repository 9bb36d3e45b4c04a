import { getEvidenceFile } from "@/features/evidence/server/get-evidence-file";
import { answerFile } from "../../../../answer-file";

type Props = { params: Promise<{ id: string; file: string }> };

/** A file of an entry. */
export const GET = (request: Request, { params }: Props): Promise<Response> =>
  answerFile(request, {
    params,
    list: "/activities",
    read: (context, entryId, evidenceId) => getEvidenceFile(context, { entryId, evidenceId }),
  });
