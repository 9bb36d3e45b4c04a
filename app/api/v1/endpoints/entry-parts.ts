import { AppError } from "@/domain/errors";
import { StateReportInput } from "@/features/activities/schema";
import { getEntry } from "@/features/activities/server/get-entry";
import { reportState } from "@/features/activities/server/report-state";
import { AddCommentInput } from "@/features/comments/schema";
import { addComment } from "@/features/comments/server/add-comment";
import { listComments } from "@/features/comments/server/list-comments";
import { removeComment } from "@/features/comments/server/remove-comment";
import { downloadHeaders } from "@/features/evidence/download-headers";
import { getEvidenceFile } from "@/features/evidence/server/get-evidence-file";
import { listEvidence } from "@/features/evidence/server/list-evidence";
import { removeEvidence } from "@/features/evidence/server/remove-evidence";
import type { Endpoint, Reply } from "@/server/api/endpoint";
import type { Context } from "@/server/context";
import { without } from "./body";
import * as results from "./results";

type Params = Readonly<Record<string, string>>;

/**
 * One member state's share.
 * @throws AppError NOT_FOUND, also if the state has no part in the entry
 */
async function shareAfter(context: Context, { id, state }: Params): Promise<Reply> {
  const { states } = await getEntry(context, { entryId: id });
  const share = states.find(({ memberStateId, role }) => String(memberStateId) === state && role !== null);
  if (!share) throw new AppError("NOT_FOUND");
  return { body: share, versions: [share.version] };
}

/** The parts of an entry: the shares of its member states, evidence, comments. */
export const entryPartEndpoints: readonly Endpoint[] = [
  {
    id: "listShares",
    method: "GET",
    path: "/entries/{id}/states",
    result: results.Shares,
    run: async (context, { params }) => ({ body: await getEntry(context, { entryId: params.id }) }),
  },
  {
    id: "getShare",
    method: "GET",
    path: "/entries/{id}/states/{state}",
    isVersioned: true,
    result: results.Share,
    run: (context, { params }) => shareAfter(context, params),
  },
  {
    id: "reportShare",
    method: "PUT",
    path: "/entries/{id}/states/{state}",
    body: without(StateReportInput, "entryId", "memberStateId", "version"),
    needsVersion: true,
    result: results.Share,
    run: async (context, { params, body, seen }) => {
      const input = { ...(body as object), entryId: params.id, memberStateId: params.state, version: seen.version };
      await reportState(context, input as Parameters<typeof reportState>[1]);
      return shareAfter(context, params);
    },
  },
  {
    id: "listEvidence",
    method: "GET",
    path: "/entries/{id}/evidence",
    result: results.Evidence,
    run: async (context, { params }) => ({ body: await listEvidence(context, { entryId: params.id }) }),
  },
  {
    id: "getEvidenceFile",
    method: "GET",
    path: "/entries/{id}/evidence/{file}",
    isFile: true,
    run: async (context, { params }) => {
      const file = await getEvidenceFile(context, { entryId: params.id, evidenceId: params.file });
      return { file: { content: file.content, headers: downloadHeaders(file, params.file ?? "") } };
    },
  },
  {
    id: "removeEvidence",
    method: "DELETE",
    path: "/entries/{id}/evidence/{file}",
    run: async (context, { params }) => {
      await removeEvidence(context, { entryId: params.id, evidenceId: params.file });
      return { status: 204 };
    },
  },
  {
    id: "listComments",
    method: "GET",
    path: "/entries/{id}/comments",
    result: results.Comments,
    run: async (context, { params }) => ({ body: await listComments(context, { entryId: params.id }) }),
  },
  {
    id: "addComment",
    method: "POST",
    path: "/entries/{id}/comments",
    // Mentions are chosen from a list of people, which the API does not provide.
    body: without(AddCommentInput, "entryId", "mentions"),
    result: results.NewComment,
    run: async (context, { params, body }) => {
      const input = { ...(body as object), entryId: params.id, mentions: [] };
      const made = await addComment(context, input as unknown as Parameters<typeof addComment>[1]);
      return { status: 201, body: made, location: `/entries/${params.id}/comments` };
    },
    reach: (context, { params }) => getEntry(context, { entryId: params.id }),
  },
  {
    id: "removeComment",
    method: "DELETE",
    path: "/entries/{id}/comments/{comment}",
    run: async (context, { params }) => {
      await removeComment(context, { entryId: params.id, commentId: params.comment });
      return { status: 204 };
    },
  },
];
