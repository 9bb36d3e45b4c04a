import { addDays } from "./days";

/**
 * Whole days in an iCalendar file (RFC 5545). They have no time, so they are the same in every time
 * zone.
 */
export type CalendarEvent = {
  /** A unique id that stays the same for the lifetime of the item. */
  uid: string;
  /** `YYYY-MM-DD`, both inclusive. */
  firstOn: string;
  lastOn: string;
  /** Higher for each change. */
  sequence: number;
  summary: string;
  description?: string;
  url?: string;
  location?: string;
  /** Calendar programs mark what is tentative, and strike out what is cancelled. */
  status?: "tentative" | "cancelled";
};

export type CalendarFile = {
  /** The producer of the file: `-//Owner//Product//EN`. */
  product: string;
  name: string;
  /** A description of the calendar for its subscribers. */
  note?: string;
  /** When the file was written, as an ISO instant. */
  writtenAt: string;
  events: readonly CalendarEvent[];
};

/** The file as text: lines of at most 75 octets with CRLF, every text escaped. */
export function writeCalendar({ product, name, note, writtenAt, events }: CalendarFile): string {
  const stamp = `${writtenAt.slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${escapeText(product)}`, "CALSCALE:GREGORIAN", "METHOD:PUBLISH"],
    `NAME:${escapeText(name)}`,
    // The name shown by most programs, and how often they refresh.
    `X-WR-CALNAME:${escapeText(name)}`,
    ...(note ? [`DESCRIPTION:${escapeText(note)}`, `X-WR-CALDESC:${escapeText(note)}`] : []),
    ...["REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"],
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  const { uid, firstOn, lastOn, sequence, summary, description, url, location, status = "confirmed" } = event;
  const text = (name: string, value: string | undefined) => (value ? [`${name}:${escapeText(value)}`] : []);
  return [
    ...["BEGIN:VEVENT", `UID:${escapeText(uid)}`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`],
    `DTSTART;VALUE=DATE:${firstOn.replaceAll("-", "")}`,
    // DTEND is exclusive.
    `DTEND;VALUE=DATE:${addDays(lastOn, 1).replaceAll("-", "")}`,
    ...text("SUMMARY", summary),
    ...text("DESCRIPTION", description),
    ...text("LOCATION", location),
    ...(url ? [`URL:${url.replace(/\p{Cc}/gu, "")}`] : []),
    `STATUS:${status.toUpperCase()}`,
    // The days do not mark the person as busy.
    ...["TRANSP:TRANSPARENT", "END:VEVENT"],
  ];
}

/**
 * Escapes the characters that have a meaning in the file. A line break becomes `\n`; other control
 * characters are removed.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n");
}

const most = 75;

/**
 * Folds a line so that no part is longer than 75 octets. A character is never separated from the
 * marks above and below it.
 */
export function foldLine(line: string): string {
  const pieces = line.match(/\P{M}\p{M}{0,6}|\p{M}/gu) ?? [];
  const lines: string[] = [];
  let current = "";
  let size = 0;
  for (const piece of pieces) {
    const length = octetsOf(piece);
    if (size + length > most && current !== "") {
      lines.push(current);
      current = "";
      // A continued line begins with a space.
      size = 1;
    }
    current += piece;
    size += length;
  }
  return [...lines, current].join("\r\n ");
}

/** The length in UTF-8. */
function octetsOf(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
