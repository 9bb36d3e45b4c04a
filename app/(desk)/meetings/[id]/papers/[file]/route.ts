import { getPaperFile } from "@/features/evidence/server/get-paper-file";
import { answerFile } from "../../../../answer-file";

type Props = { params: Promise<{ id: string; file: string }> };

/** A document of a meeting. */
export const GET = (request: Request, { params }: Props): Promise<Response> =>
  answerFile(request, {
    params,
    list: "/meetings",
    read: (context, meetingId, paperId) => getPaperFile(context, { meetingId, paperId }),
  });
