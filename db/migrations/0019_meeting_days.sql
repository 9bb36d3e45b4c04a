-- A meeting is over when the latest day that it can have is: the first where it alone is known, the end of a week or month that alone is known.
UPDATE "meetings" SET "last_precision" = "first_precision", "last_on" = CASE "first_precision"
	WHEN 'week' THEN "first_on" + (7 - extract(isodow from "first_on")::int)
	WHEN 'month' THEN (date_trunc('month', "first_on") + interval '1 month - 1 day')::date
	ELSE "first_on" END
WHERE "last_on" IS NULL AND "first_on" IS NOT NULL;--> statement-breakpoint
-- Not of closed meetings: they are over whatever their days, and what they decided took effect on the last day that they have, in their order.
UPDATE "meetings" SET "last_on" = CASE "last_precision"
	WHEN 'week' THEN "last_on" + (7 - extract(isodow from "last_on")::int)
	ELSE (date_trunc('month', "last_on") + interval '1 month - 1 day')::date END
WHERE "last_precision" IN ('week', 'month') AND "state" <> 'closed' AND NOT EXISTS (
	SELECT 1 FROM "decisions" WHERE "decisions"."meeting_id" = "meetings"."id" AND "decisions"."applied_at" IS NOT NULL
);--> statement-breakpoint
-- What is due before a meeting counted from the end of the week or month of its first day, also where the meeting ends earlier.
WITH "due" AS (
	SELECT "milestones"."id", "milestones"."due_on" AS "from_on", "last"."day" + "milestones"."offset_days" AS "to_on"
	FROM "milestones"
	JOIN "meetings" ON "meetings"."id" = "milestones"."meeting_id"
	CROSS JOIN LATERAL (SELECT CASE "first_precision"
		WHEN 'week' THEN "first_on" + (7 - extract(isodow from "first_on")::int)
		WHEN 'month' THEN (date_trunc('month', "first_on") + interval '1 month - 1 day')::date
		ELSE "first_on" END AS "day") AS "first"
	CROSS JOIN LATERAL (SELECT CASE "last_precision"
		WHEN 'week' THEN "last_on" + (7 - extract(isodow from "last_on")::int)
		WHEN 'month' THEN (date_trunc('month', "last_on") + interval '1 month - 1 day')::date
		ELSE "last_on" END AS "day") AS "last"
	WHERE "milestones"."offset_days" <= 0 AND "last"."day" < "first"."day"
), "moved" AS (
	INSERT INTO "milestone_moves" ("milestone_id", "from_on", "to_on", "cause", "moved_at", "moved_by_name")
	SELECT "id", "from_on", "to_on", 'meeting', now(), 'system' FROM "due"
)
UPDATE "milestones" SET "due_on" = "due"."to_on", "version" = "version" + 1 FROM "due" WHERE "milestones"."id" = "due"."id";
