import { AppError, secondsToRetry, statusOf } from "@/domain/errors";
import { writeCalendar } from "@/domain/ical";
import { calendarEvents } from "@/features/deadlines/calendar-events";
import { readCalendar } from "@/features/deadlines/server/read-calendar";
import { catalogue } from "@/i18n/catalogue";
import { calendarContext } from "@/server/auth/calendar-token";
import { publicOrigin } from "@/server/request/origins";

type Props = { params: Promise<{ token: string }> };

/**
 * A person's calendar for another program: the private address alone opens it, with the present
 * rights of its owner.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  try {
    const context = await calendarContext(request, (await params).token);
    const { locale } = context;
    const content = await readCalendar(context, {});
    const events = calendarEvents(content, { locale, origin: publicOrigin() });
    const { name, cut } = catalogue[locale].deadlines.calendar;
    const text = writeCalendar({
      product: "-//ASEAN Activity Tracker//EN",
      name,
      events,
      note: content.isCut ? cut : undefined,
      writtenAt: context.now.toISOString(),
    });
    return new Response(text, {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'inline; filename="asean-activities.ics"',
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const wait = secondsToRetry(error);
    const headers = wait === null ? undefined : { "Retry-After": String(wait) };
    return new Response(null, { status: statusOf(error.code), headers });
  }
}
