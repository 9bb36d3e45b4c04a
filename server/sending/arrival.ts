import "server-only";
import type { IncomingMessage } from "node:http";

/** Time for every body, however slowly it arrives. */
const graceMs = 30_000;
/** After that it must keep this pace, measured over the last window. */
const windowMs = 15_000;
const bytesPerSecond = 32_768;

/** A request body that is being received. Bytes are those of its connection. */
export type Arrival = {
  readonly request: IncomingMessage;
  readonly since: number;
  readonly bytesBefore: number;
  /** The beginning of the present window. */
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

/** The number of bytes received so far. */
export const arrivedBytes = ({ request, bytesBefore }: Arrival): number => request.socket.bytesRead - bytesBefore;

/**
 * True if this body may continue. A form of a megabyte arrives within the grace period, a file of
 * ten on a slow line keeps the pace, and a body that drips is ended.
 */
export function mayStillArrive(arrival: Arrival, now = performance.now()): boolean {
  const bytes = arrival.request.socket.bytesRead;
  const { window } = arrival;
  if (now - window.at < windowMs) return true;
  const pace = ((bytes - window.bytes) / (now - window.at)) * 1000;
  arrival.window = { at: now, bytes };
  return now - arrival.since <= graceMs || pace >= bytesPerSecond;
}
