import "server-only";
import type { ServerResponse } from "node:http";
import type { Outgoing } from "./connections";
import { endAtOnce } from "./control-answer";
import { stalledAfterMs } from "./sender";

/**
 * Watches an answer that Next streams from a static file. It is read from disk only as fast as the
 * reader takes it, so nothing needs to be buffered, but a reader who takes nothing has to be
 * noticed.
 */
export function watchFile(response: ServerResponse): Outgoing {
  let taken = 0;
  let takenAt = performance.now();
  return {
    isStalled: () => {
      const { socket } = response;
      const now = performance.now();
      const takenNow = socket ? socket.bytesWritten - socket.writableLength : 0;
      // Nothing waits, or something has been sent since: that is progress.
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
