import "server-only";
import { AppError } from "@/domain/errors";
import type { SeenVersions } from "./endpoint";

/** An entity tag, such as `"3.2"` or `W/"3.2"` (RFC 9110, section 8.8.3). */
type Tag = { isWeak: boolean; value: string };
/** The value of a header with tags; `*` stands for any. */
type Tags = "*" | readonly Tag[];

/** @returns null if the header is not a list of tags */
export function tagsIn(header: string): Tags | null {
  if (header.trim() === "*") return "*";
  const tag = String.raw`(W/)?"([\x21\x23-\x7e\x80-\xff]*)"`;
  if (!new RegExp(`^[\\s,]*${tag}(\\s*,[\\s,]*${tag})*[\\s,]*$`).test(header)) return null;
  return [...header.matchAll(new RegExp(tag, "g"))].map(([, weak, value = ""]) => ({
    isWeak: weak !== undefined,
    value,
  }));
}

/**
 * The tags in `If-Match`.
 * @throws AppError VERSION_REQUIRED; INVALID_INPUT if they are none
 */
export function requiredTags(headers: Headers): Tags {
  const header = headers.get("if-match");
  if (header === null) throw new AppError("VERSION_REQUIRED");
  const tags = tagsIn(header);
  if (!tags) throw new AppError("INVALID_INPUT", { field: "If-Match" });
  return tags;
}

type Current = () => Promise<readonly number[]>;

/**
 * The versions that a change must find, from the tags in `If-Match`. One strong tag is passed on as
 * it is; `*` and a list are compared with what is current, and the command compares once more.
 * @throws AppError CONFLICT if no tag matches; a weak one never does
 */
export async function seenVersions(tags: Tags, current: Current): Promise<SeenVersions> {
  const single = tags !== "*" && tags.length === 1 ? tags[0] : undefined;
  const given = single && !single.isWeak ? versionsOf(single.value) : null;
  if (given) return given;
  const now = await current();
  const [version = 0, second = 0] = now;
  if (tags === "*") return { version, second };
  const match = tags.find(({ isWeak, value }) => !isWeak && isOf(value, now));
  if (!match) throw new AppError("CONFLICT");
  return versionsOf(match.value) ?? { version, second };
}

/** True if `If-None-Match` names what is current. A header that cannot be read is none. */
export function namesCurrent(headers: Headers, now: readonly number[]): boolean {
  const tags = tagsIn(headers.get("if-none-match") ?? "");
  return tags === "*" || (tags?.some(({ value }) => isOf(value, now)) ?? false);
}

function versionsOf(value: string): SeenVersions | null {
  const [, version, second] = /^([1-9]\d{0,8})(?:\.([1-9]\d{0,8}))?(\.\d{1,9})*$/.exec(value) ?? [];
  return version ? { version: Number(version), second: Number(second ?? 0) } : null;
}

/** A tag may name the first version alone, which is all that most changes need. */
const isOf = (value: string, now: readonly number[]) => now.join(".") === value || String(now[0]) === value;
