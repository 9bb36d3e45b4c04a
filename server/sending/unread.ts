import "server-only";
import type { RequestStore } from "../request/request-store";

/**
 * Answers of one asker that may be on their way unread; a browser reads six at once, a proxy some
 * more.
 */
export const mostUnread = 16;

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __unread?: Map<string, number> };

function counts(): Map<string, number> {
  held.__unread ??= new Map();
  return held.__unread;
}

/** How many answers of this asker have been made and not been read to the end. */
export const unreadOf = (key: string): number => counts().get(key) ?? 0;

/**
 * Counts an answer as made and not yet read.
 * @returns to be called when it has been read, or its reader has gone
 */
export function countUnread({ askerKey }: RequestStore): () => void {
  if (askerKey === undefined) return () => undefined;
  counts().set(askerKey, unreadOf(askerKey) + 1);
  return () => {
    const left = unreadOf(askerKey) - 1;
    if (left > 0) counts().set(askerKey, left);
    else counts().delete(askerKey);
  };
}
