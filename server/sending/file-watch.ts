import "server-only";
import type { ServerResponse } from "node:http";
import type { Outgoing } from "./connections";
import { endAtOnce } from "./control-answer";
import { stalledAfterMs } from "./sender";

/**
 * Watches an answer that Next streams from a file of its own: read from disk no faster than it is
 * taken, so that nothing needs to be kept of it, but it must be taken.
 */
export function watchFile(response: ServerResponse): Outgoing {
  let taken = 0;
  let takenAt = performance.now();
  return {
    isStalled: () => {
      const { socket } = response;
      const now = performance.now();
      const takenNow = socket ? socket.bytesWritten - socket.writableLength : 0;
      // Nothing waits, or something has gone since: that is progress.
      if (!socket || socket.writableLength === 0 || takenNow !== taken) {
        taken = takenNow;
        takenAt = now;
      }
      return now - takenAt > stalledAfterMs;
    },
    abort: () => endAtOnce(response),
    close: () => undefined,
  };
}
