import { addDays } from "./days";

/** Whole days in a calendar file (iCalendar, RFC 5545): days without a time, so that they are the same in every time zone. */
export type CalendarEvent = {
  /** Stays the same while the thing lives, and is nobody else's. */
  uid: string;
  /** `YYYY-MM-DD`, both included. */
  firstOn: string;
  lastOn: string;
  /** Counts up with each change. */
  sequence: number;
  summary: string;
  description?: string;
  url?: string;
  location?: string;
  /** Not to be relied on: shown as such by calendar programs. */
  isTentative?: boolean;
};

export type CalendarFile = {
  /** Who wrote the file: `-//Owner//Product//EN`. */
  product: string;
  name: string;
  /** What whoever subscribes should know of the whole. */
  note?: string;
  /** When the file was written, an instant in ISO form. */
  writtenAt: string;
  events: readonly CalendarEvent[];
};

/** The file as text: lines of at most 75 octets with CRLF, every text escaped. */
export function writeCalendar({ product, name, note, writtenAt, events }: CalendarFile): string {
  const stamp = `${writtenAt.slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${escapeText(product)}`, "CALSCALE:GREGORIAN", "METHOD:PUBLISH"],
    `NAME:${escapeText(name)}`,
    // The name under which most programs show it, and how often they look again.
    `X-WR-CALNAME:${escapeText(name)}`,
    ...(note ? [`DESCRIPTION:${escapeText(note)}`, `X-WR-CALDESC:${escapeText(note)}`] : []),
    ...["REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"],
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  const { uid, firstOn, lastOn, sequence, summary, description, url, location, isTentative } = event;
  const text = (name: string, value: string | undefined) => (value ? [`${name}:${escapeText(value)}`] : []);
  return [
    ...["BEGIN:VEVENT", `UID:${escapeText(uid)}`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`],
    `DTSTART;VALUE=DATE:${firstOn.replaceAll("-", "")}`,
    // The end is the first day that is not of it.
    `DTEND;VALUE=DATE:${addDays(lastOn, 1).replaceAll("-", "")}`,
    ...text("SUMMARY", summary),
    ...text("DESCRIPTION", description),
    ...text("LOCATION", location),
    ...(url ? [`URL:${url.replace(/\p{Cc}/gu, "")}`] : []),
    `STATUS:${isTentative ? "TENTATIVE" : "CONFIRMED"}`,
    // A day that matters takes nobody's time.
    ...["TRANSP:TRANSPARENT", "END:VEVENT"],
  ];
}

/** What has a meaning in the file is written so that it has none; a line's end becomes `\n`, other control characters go. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n");
}

const most = 75;

/** Breaks a line so that none is longer than 75 octets; never within a letter and the marks above and below it. */
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
      // The space at the beginning of a line that goes on.
      size = 1;
    }
    current += piece;
    size += length;
  }
  return [...lines, current].join("\r\n ");
}

/** In UTF-8. */
function octetsOf(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}
