import { type BodyCode, bodyCodes } from "@/domain/lifecycle";

/**
 * A meeting by its code, for a sentence. A code that is no acronym gives way to the name of the
 * body: "ADGMIN-3", "the Leaders’ Retreat 2023-2".
 * @param name the body's name in a sentence (`terms.byBody`)
 */
export function meetingInText(code: string, name: (body: BodyCode) => string): string {
  const body = bodyCodes.find((known) => code.startsWith(`${known}-`));
  if (!body || name(body) === body) return code;
  return `${name(body)} ${code.slice(body.length + 1)}`;
}
