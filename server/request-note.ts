import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { ErrorCode } from "@/domain/errors";
import type { AnswerHead, WholeAnswer } from "./answer-control";
import type { AsOf } from "./as-of";
import type { KeptField } from "./ended-session";
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
  /** The connection comes from this machine, be it a proxy's or Next's own. */
  readonly isLoopback: boolean;
  /** What the browser says of the page that it shows; Next hides it from its proxy. */
  readonly routerState: string | undefined;
  /** Who was signed in, once that has been read. */
  actorId?: number;
  /**
   * Who asks, where that was read before the page was begun (server/gate/identify.ts); null for
   * nobody.
   */
  person?: SignedIn | null;
  /** The past moment that the address asks for. */
  asOf?: AsOf;
  /**
   * What the request was refused with on its way: by the database just now, or because rights have
   * changed. It is the answer where nobody else has one (server/sending/control-answer.ts).
   */
  refusal?: ErrorCode;
  /** What somebody typed into a form whose action could not be done just now. */
  typed?: readonly KeptField[];
  /**
   * Called when the request has reached the gate, and the next one may be let in
   * (server/sending/entrance.ts).
   */
  readonly onGate?: () => void;
  /** Status and headers that the answer gets in place of Next's (server/answer-control.ts). */
  answerHead?: AnswerHead;
  /** What is answered in place of whatever Next makes. */
  replacement?: WholeAnswer;
  /** Asks whether whoever is answered may still have the answer (server/sending/still-may.ts). */
  stillMay?: () => Promise<boolean>;
  /** Whom the request is counted as (server/line.ts). */
  askerKey?: string;
  /** Called when the answer has been made, or its reader has gone. It may still be on its way. */
  onMade?: () => void;
  /** The answer has been made; what is begun for it now is for nobody. */
  isMade?: boolean;
};

// One for all of Next's bundles, each of which has its own copy of this module.
const held = globalThis as typeof globalThis & { __requestNotes?: AsyncLocalStorage<RequestNote> };

function notes(): AsyncLocalStorage<RequestNote> {
  held.__requestNotes ??= new AsyncLocalStorage();
  return held.__requestNotes;
}

const passedOn = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/**
 * The note that all work for this request shares; to be made before Next adds headers of its own.
 * @param onGate called when the request has reached the gate
 */
export function newNote(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  onGate?: () => void,
): RequestNote {
  const peer = socket.remoteAddress ?? "";
  const fromHere = isLoopback(peer);
  return {
    peer,
    isLocal: fromHere && passedOn.every((name) => headers[name] === undefined),
    isLoopback: fromHere,
    routerState: headers["next-router-state-tree"]?.toString(),
    onGate,
  };
}

/**
 * Makes a note that everything finds which follows: for work that no call encloses, such as a
 * test's.
 */
export function beginNote(request: Pick<IncomingMessage, "headers" | "socket">): RequestNote {
  const note = newNote(request);
  notes().enterWith(note);
  return note;
}

/** Runs the work for a request, which finds its note from then on. */
export function withNote<T>(note: RequestNote, work: () => T): T {
  return notes().run(note, work);
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

/** Gives back what was held while the answer was made. */
export function endNote(note: RequestNote): void {
  if (note.isMade) return;
  note.isMade = true;
  note.onMade?.();
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return isIP(plain) === 4 ? plain.startsWith("127.") : plain === "::1";
}
