import "server-only";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { bodies, partners } from "@/db/schema/bodies";
import { meetings } from "@/db/schema/meetings";
import { memberStates } from "@/db/schema/member-states";
import { periods } from "@/db/schema/periods";
import { citations, sources } from "@/db/schema/sources";
import { users } from "@/db/schema/users";
import { AppError } from "@/domain/errors";
import { canBecome, isComing } from "@/domain/meeting-state";
import { can } from "@/domain/permissions";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import { visibleEntries } from "@/server/scope";
import { formerMeeting } from "./lib/former-agenda";
import { hasTies } from "./lib/has-ties";
import { meetingFields } from "./lib/meeting-fields";
import { readAgenda } from "./lib/read-agenda";
import { readDecisions } from "./lib/read-decisions";
import { readDelegates } from "./lib/read-delegates";

const host = alias(memberStates, "host");
const chair = alias(memberStates, "chair");

/**
 * A meeting with its days, place and people, its agenda and its decisions.
 * @throws AppError NOT_FOUND
 */
export const getMeeting = defineQuery({
  name: "meeting.get",
  permission: "meeting.read",
  input: z.object({ meetingId: rowId }),
  run: async ({ db, actor, input: { meetingId } }) => {
    const [row] = await db
      .select({
        meeting: meetings,
        body: bodies,
        partner: partners,
        cycle: periods,
        host,
        chair,
        changedBy: users.name,
      })
      .from(meetings)
      .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
      .leftJoin(partners, eq(partners.id, meetings.partnerId))
      .leftJoin(periods, eq(periods.id, meetings.cycleId))
      .leftJoin(host, eq(host.id, meetings.hostStateId))
      .leftJoin(chair, eq(chair.id, meetings.chairStateId))
      .leftJoin(users, eq(users.id, meetings.stateChangedBy))
      .where(eq(meetings.id, meetingId));
    if (!row) throw new AppError("NOT_FOUND");
    const { title, publisher, publishedOn, address, language } = sources;
    const [agenda, people, decided, cited] = await Promise.all([
      readAgenda(db, meetingId, visibleEntries(db, actor)),
      readDelegates(db, meetingId),
      readDecisions(db, actor, meetingId),
      db
        .selectDistinct({ title, publisher, publishedOn, address, language })
        .from(citations)
        .innerJoin(sources, eq(sources.id, citations.sourceId))
        .where(and(eq(citations.subject, "meetings"), eq(citations.subjectId, meetingId))),
    ]);
    const named = (state: { code: string; nameEn: string; nameLo: string | null } | null) =>
      state && { code: state.code, en: state.nameEn, lo: state.nameLo };
    const { meeting, body, cycle } = row;
    const mayWrite = isComing(meeting.state) && can(actor, "agenda.update");
    const { createdAt: _made, bodyId: _body, stateChangedBy: _by, ...told } = meeting;
    return {
      meeting: told,
      stateChangedByName: row.changedBy,
      fields: meetingFields(meeting),
      body: { code: body.code, en: body.nameEn, lo: body.nameLo },
      cycle: cycle && { code: cycle.code, en: cycle.nameEn, lo: cycle.nameLo },
      partner: row.partner && { id: row.partner.id, en: row.partner.nameEn, lo: row.partner.nameLo },
      host: named(row.host),
      chair: named(row.chair),
      agenda,
      delegates: people,
      decisions: decided,
      sources: cited,
      /** The meeting whose agenda can be copied to this one. */
      copiesFrom: mayWrite && agenda.length === 0 ? await formerMeeting(db, meeting) : null,
      can: {
        edit: can(actor, "meeting.update"),
        // Rounds show the present, so they are hidden when looking back.
        readRounds: !actor.looksBack && can(actor, "round.read"),
        openRound: isComing(meeting.state) && can(actor, "round.open"),
        agenda: mayWrite,
        open: meeting.state === "planned" && can(actor, "meeting.open"),
        close: meeting.state === "open" && can(actor, "meeting.close"),
        decide: (meeting.state === "open" || meeting.state === "closed") && can(actor, "decision.record"),
        postpone: canBecome(meeting.state, "postponed") && can(actor, "meeting.update"),
        cancel: canBecome(meeting.state, "cancelled") && can(actor, "meeting.cancel"),
        replan:
          canBecome(meeting.state, "planned") &&
          can(actor, meeting.state === "cancelled" ? "meeting.cancel" : "meeting.update"),
        remove:
          meeting.state !== "open" &&
          meeting.state !== "closed" &&
          can(actor, "meeting.update") &&
          !(await hasTies(db, meetingId)),
      },
    };
  },
});

export type MeetingPage = Awaited<ReturnType<typeof getMeeting>>;
