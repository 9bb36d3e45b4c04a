import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { AsOf } from "./as-of";
import type { SignedIn } from "./sessions";

/** What is known of a request beside what Next hands to its handlers. */
export type RequestNote = {
  /**
   * The other end of the connection as the socket tells it, which nobody can make up; empty where
   * the socket is gone already.
   */
  readonly peer: string;
  /** Straight from a program on this machine: no proxy has passed it on. */
  readonly isLocal: boolean;
  /** Who was signed in, once that has been read. */
  actorId?: number;
  /** Who asks, where that was read before the page was begun (server/note-person.ts); null for nobody. */
  person?: SignedIn | null;
  /** The past moment that the address asks for. */
  asOf?: AsOf;
  /** Called when the answer has ended, whole or broken off. */
  onEnd?: () => void;
  /** The answer has ended; what is begun for it now is for nobody. */
  hasEnded?: boolean;
};

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __requestNotes?: AsyncLocalStorage<RequestNote> };

function notes(): AsyncLocalStorage<RequestNote> {
  held.__requestNotes ??= new AsyncLocalStorage();
  return held.__requestNotes;
}

const passedOn = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/** Begins the note that all work for this request shares. To be called before Next adds headers of its own. */
export function beginNote({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): RequestNote {
  const peer = socket.remoteAddress ?? "";
  const note = { peer, isLocal: isLoopback(peer) && passedOn.every((name) => headers[name] === undefined) };
  notes().enterWith(note);
  return note;
}

/** The note of the request that is being served; undefined outside of one. */
export function requestNote(): RequestNote | undefined {
  return notes().getStore();
}

/** Notes for the log who makes this request. */
export function noteActor(userId: number): void {
  const note = requestNote();
  if (note) note.actorId = userId;
}

/** Ends what was held for this request. */
export function endNote(note: RequestNote): void {
  note.hasEnded = true;
  note.onEnd?.();
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return isIP(plain) === 4 ? plain.startsWith("127.") : plain === "::1";
}
