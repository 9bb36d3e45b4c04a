import "server-only";
import type { RequestStore } from "../request/request-store";

/** The most unread answers of one asker; a browser reads six at once, a proxy some more. */
export const mostUnread = 16;

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __unread?: Map<string, number> };

function counts(): Map<string, number> {
  shared.__unread ??= new Map();
  return shared.__unread;
}

/** The number of this asker's complete answers that have not been read to the end. */
export const unreadOf = (key: string): number => counts().get(key) ?? 0;

/**
 * Counts an answer as complete and unread.
 * @returns to be called when it has been read, or its reader has disconnected
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
