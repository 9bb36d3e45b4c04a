import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, escapeText, foldLine, writeCalendar } from "./ical";

const event: CalendarEvent = {
  uid: "meeting-3@asean.example",
  firstOn: "2024-01-30",
  lastOn: "2024-02-02",
  sequence: 2,
  summary: "ກອງປະຊຸມ ADGSOM, ຄັ້ງທີ 4",
  description: "line one\nline two; and\\more",
  url: "https://asean.example/meetings/3",
};
const file = (events: CalendarEvent[]) =>
  writeCalendar({
    product: "-//ASEAN Activity Tracker//EN",
    name: "ວັນຄົບກຳນົດ",
    events,
    writtenAt: "2024-01-05T03:04:05.678Z",
  });

/** As a reader takes it apart: broken lines joined, then each line. */
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("a calendar file", () => {
  it("holds whole days without a time, whose end is the day after", () => {
    const lines = linesOf(file([event]));
    expect(lines).toContain("DTSTART;VALUE=DATE:20240130");
    expect(lines).toContain("DTEND;VALUE=DATE:20240203");
    expect(lines).toContain("DTSTAMP:20240105T030405Z");
    expect(lines).toContain("SEQUENCE:2");
    expect(lines).toContain("UID:meeting-3@asean.example");
    expect(lines.filter((line) => /^DT(START|END)/.test(line)).join()).not.toMatch(/T\d|TZID|Z$/);
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
  });

  it("escapes what has a meaning there", () => {
    const lines = linesOf(file([event]));
    expect(lines).toContain("SUMMARY:ກອງປະຊຸມ ADGSOM\\, ຄັ້ງທີ 4");
    expect(lines).toContain("DESCRIPTION:line one\\nline two\\; and\\\\more");
  });

  it.each(["\r\nEND:VEVENT\r\nBEGIN:VALARM", "\nATTACH:https://evil.example", "\rX:1", "a\u0000b\u0007"])(
    "takes no line out of a text: %j",
    (summary) => {
      const lines = linesOf(file([{ ...event, summary, uid: summary, url: `https://x${summary}` }]));
      expect(lines).toHaveLength(linesOf(file([event])).length);
      expect(lines.filter((line) => /^(ATTACH|X:|BEGIN:VALARM)/.test(line))).toEqual([]);
      expect(lines.join("\n")).not.toMatch(/[^\P{Cc}\n]/u);
    },
  );

  it("is lines of at most 75 octets that say the same when they are joined, whatever the text", () => {
    const letters = fc.constantFrom(..."ກຂຄງຈສຊຍດຕ", "ກໍ້", "ທີ່", "ເມື່ອ", "a", " ", "🌏", "e\u0301");
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 200 }), (parts) => {
        const line = `SUMMARY:${parts.join("")}`;
        const folded = foldLine(line);
        for (const one of folded.split("\r\n")) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll("\r\n ", "")).toBe(line);
        // No mark at the beginning of a line: it would stand alone above nothing.
        expect(folded).not.toMatch(/\r\n \p{M}/u);
      }),
    );
  });
});

it("keeps tabs and letters of every script", () => {
  expect(escapeText("ກ\tb")).toBe("ກ\tb");
});
