import "server-only";
import type { IncomingMessage } from "node:http";

/** A body may take so long however slowly it comes. */
const graceMs = 30_000;
/** After that it must keep coming at this pace, reckoned over the last window. */
const windowMs = 15_000;
const bytesPerSecond = 32_768;

/** A body that is on its way. Bytes are those of its connection. */
export type Arrival = {
  readonly request: IncomingMessage;
  readonly since: number;
  readonly bytesBefore: number;
  /** Where the present window began. */
  window: { at: number; bytes: number };
};

/** @returns null for a request without a body */
export function newArrival(request: IncomingMessage, now = performance.now()): Arrival | null {
  const { headers, socket } = request;
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
  if (!hasBody) return null;
  const bytes = socket.bytesRead;
  return { request, since: now, bytesBefore: bytes, window: { at: now, bytes } };
}

/** How much of it has come. */
export const arrivedBytes = ({ request, bytesBefore }: Arrival): number => request.socket.bytesRead - bytesBefore;

/**
 * May this body go on? A form of a megabyte has its grace; a file of ten on a thin line keeps its
 * pace; what drips has to end.
 */
export function mayStillArrive(arrival: Arrival, now = performance.now()): boolean {
  const bytes = arrival.request.socket.bytesRead;
  const { window } = arrival;
  if (now - window.at < windowMs) return true;
  const pace = ((bytes - window.bytes) / (now - window.at)) * 1000;
  arrival.window = { at: now, bytes };
  return now - arrival.since <= graceMs || pace >= bytesPerSecond;
}
