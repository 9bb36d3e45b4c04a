import { z } from "zod";
import { activitiesAddress } from "@/features/activities/list-address";
import { pageSizes } from "@/features/activities/list-columns";
import { EditActivityInput, NewActivityInput, originalTitle, ProgressReportInput } from "@/features/activities/schema";
import { createActivity } from "@/features/activities/server/create-activity";
import { editActivity } from "@/features/activities/server/edit-activity";
import { getEntry } from "@/features/activities/server/get-entry";
import { listActivities } from "@/features/activities/server/list-activities";
import { listHistory } from "@/features/activities/server/list-history";
import { removeEntry } from "@/features/activities/server/remove-entry";
import { reportProgress } from "@/features/activities/server/report-progress";
import { submitEntry } from "@/features/activities/server/submit-entry";
import { DecisionInput } from "@/features/meetings/schema";
import { recordDecision } from "@/features/meetings/server/record-decision";
import type { Endpoint, Reply } from "@/server/api/endpoint";
import type { Context } from "@/server/context";
import { without } from "./body";
import * as results from "./results";

/**
 * The parameters of the table's address that select and order rows; those for its appearance do not
 * concern programs.
 */
const rowParams = Object.keys(activitiesAddress.parsers).filter(
  (name) => !["cols", "pin", "w", "density", "facet", "edit", "menu", "view"].includes(name),
);
const described: Readonly<Record<string, z.ZodType>> = {
  q: z.string().max(200),
  page: z.int().positive().max(9_999_999),
  size: z.literal([...pageSizes]),
};
const listAddress = z.object(
  Object.fromEntries(rowParams.map((name) => [name, (described[name] ?? z.string()).optional()])),
);

const entryAfter = async (context: Context, entryId: string): Promise<Reply> => {
  const page = await getEntry(context, { entryId });
  // What a member state reports of its share does not change the entry's own version.
  const shares = page.states.reduce((sum, { version }) => sum + Math.max(version - 1, 0), 0);
  return { body: page, versions: [page.entry.version, page.activity.version, ...(shares > 0 ? [shares] : [])] };
};

const reachEntry: Endpoint["reach"] = (context, { params }) => getEntry(context, { entryId: params.id });

/** Plan entries: activities in one year's plan. */
export const entryEndpoints: readonly Endpoint[] = [
  {
    id: "listEntries",
    method: "GET",
    path: "/activities",
    query: listAddress,
    unreadable: (search) => [
      ...activitiesAddress.unreadable(search),
      ...[...search.keys()].filter((name) => name in activitiesAddress.parsers && !rowParams.includes(name)),
    ],
    result: results.EntryList,
    run: async (context, { search }) => ({ body: await listActivities(context, activitiesAddress.read(search)) }),
  },
  {
    id: "createActivity",
    method: "POST",
    path: "/activities",
    body: NewActivityInput,
    result: results.NewEntry,
    run: async (context, { body }) => {
      const made = await createActivity(context, body as Parameters<typeof createActivity>[1]);
      return { status: 201, body: made, location: `/entries/${made.entryId}` };
    },
    reach: (context, _call, { body }) => getEntry(context, body as { entryId: number }),
  },
  {
    id: "getEntry",
    method: "GET",
    path: "/entries/{id}",
    isVersioned: true,
    result: results.Entry,
    run: (context, { params }) => entryAfter(context, params.id ?? ""),
  },
  {
    id: "replaceEntry",
    method: "PUT",
    path: "/entries/{id}",
    body: without(EditActivityInput, "entryId", "version", "activityVersion").meta(originalTitle),
    needsVersion: true,
    result: results.Entry,
    run: async (context, { params, body, seen }) => {
      const versions = { version: seen.version, activityVersion: seen.second };
      const input = { ...(body as object), entryId: params.id, ...versions };
      await editActivity(context, input as Parameters<typeof editActivity>[1]);
      return entryAfter(context, params.id ?? "");
    },
  },
  {
    id: "removeDraft",
    method: "DELETE",
    path: "/entries/{id}",
    needsVersion: true,
    run: async (context, { params, seen }) => {
      await removeEntry(context, { entryId: params.id, version: seen.version });
      return { status: 204 };
    },
  },
  {
    id: "submitEntry",
    method: "POST",
    path: "/entries/{id}/submission",
    needsVersion: true,
    result: results.Entry,
    run: async (context, { params, seen }) => {
      await submitEntry(context, { entryId: params.id, version: seen.version });
      return entryAfter(context, params.id ?? "");
    },
    reach: reachEntry,
  },
  {
    id: "listUpdates",
    method: "GET",
    path: "/entries/{id}/updates",
    result: results.Updates,
    run: async (context, { params }) => ({
      body: { updates: (await getEntry(context, { entryId: params.id })).updates },
    }),
  },
  {
    id: "addUpdate",
    method: "POST",
    path: "/entries/{id}/updates",
    body: without(ProgressReportInput, "entryId", "version"),
    needsVersion: true,
    result: results.NewUpdate,
    run: async (context, { params, body, seen }) => {
      const input = { ...(body as object), entryId: params.id, version: seen.version };
      const made = await reportProgress(context, input as Parameters<typeof reportProgress>[1]);
      return { status: 201, body: made, location: `/entries/${params.id}/updates` };
    },
    reach: reachEntry,
  },
  {
    id: "listDecisions",
    method: "GET",
    path: "/entries/{id}/decisions",
    result: results.Decisions,
    run: async (context, { params }) => ({
      body: { decisions: (await getEntry(context, { entryId: params.id })).decisions },
    }),
  },
  {
    id: "recordDecision",
    method: "POST",
    path: "/entries/{id}/decisions",
    body: without(DecisionInput, "entryId", "version", "openMeetings"),
    needsVersion: true,
    result: results.NewDecision,
    run: async (context, { params, body, seen }) => {
      const input = { ...(body as object), entryId: params.id, version: seen.version };
      const made = await recordDecision(context, input as Parameters<typeof recordDecision>[1]);
      return { status: 201, body: made, location: `/entries/${params.id}/decisions` };
    },
    reach: reachEntry,
  },
  {
    id: "listHistory",
    method: "GET",
    path: "/entries/{id}/history",
    result: results.History,
    run: async (context, { params }) => ({
      body: { history: (await listHistory(context, { entryId: params.id })).lines },
    }),
  },
];
