import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { ErrorCode } from "@/domain/errors";
import type { SignedIn } from "../auth/sessions";
import type { AsOf } from "../past/as-of";
import type { AnswerHead, WholeAnswer } from "./answer-control";
import type { KeptField } from "./ended-session";

/** What is known of a request in addition to what Next passes to its handlers. */
export type RequestStore = {
  /**
   * The peer's address from the socket, which cannot be forged; empty if the socket has been
   * closed.
   */
  readonly peer: string;
  /** True if sent by a program on this machine without a proxy in between. */
  readonly isLocal: boolean;
  /** True if the connection comes from this machine: from a proxy, a program, or Next itself. */
  readonly isLoopback: boolean;
  /** The browser's description of the page it shows; Next hides this header from its proxy. */
  readonly routerState: string | undefined;
  /** The id of the signed-in person, once read. */
  actorId?: number;
  /**
   * The signed-in person, if read before the page began (server/gate/identify.ts); null for nobody.
   */
  person?: SignedIn | null;
  /** The past moment that the address asks for. */
  asOf?: AsOf;
  /**
   * Why the request was refused while it was processed: by the database, or because rights have
   * changed. Used as the answer if nothing else has answered (server/sending/control-answer.ts).
   */
  refusal?: ErrorCode;
  /** What a person typed into a form whose action could not be carried out at present. */
  typed?: readonly KeptField[];
  /**
   * Called when the request has reached the gate, so that the next one may be let in
   * (server/sending/entrance.ts).
   */
  readonly onGate?: () => void;
  /** Status and headers that replace Next's (server/request/answer-control.ts). */
  answerHead?: AnswerHead;
  /** A whole answer that replaces Next's. */
  replacement?: WholeAnswer;
  /** True if the receiver of the answer may still have it (server/sending/still-may.ts). */
  stillMay?: () => Promise<boolean>;
  /** The key by which the request is counted (server/request/request-queue.ts). */
  askerKey?: string;
  /**
   * Called when the answer is complete, or its reader has disconnected. It may still be being sent.
   */
  onMade?: () => void;
  /** True once the answer is complete; work begun for it afterwards is useless. */
  isMade?: boolean;
};

// Shared by all bundles of Next, each of which has its own copy of this module.
const shared = globalThis as typeof globalThis & { __requestStores?: AsyncLocalStorage<RequestStore> };

function storage(): AsyncLocalStorage<RequestStore> {
  shared.__requestStores ??= new AsyncLocalStorage();
  return shared.__requestStores;
}

const passedOn = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/**
 * A store for all work on this request; to be made before Next adds its own headers.
 * @param onGate called when the request has reached the gate
 */
export function newRequestStore(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  onGate?: () => void,
): RequestStore {
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
 * Makes a store and sets it for all that follows, for work that is not wrapped in a call, such as a
 * test's.
 */
export function enterRequestStore(request: Pick<IncomingMessage, "headers" | "socket">): RequestStore {
  const store = newRequestStore(request);
  storage().enterWith(store);
  return store;
}

/** Runs the work for a request with this store. */
export function withRequestStore<T>(store: RequestStore, work: () => T): T {
  return storage().run(store, work);
}

/** The store of the current request; undefined outside of a request. */
export function requestStore(): RequestStore | undefined {
  return storage().getStore();
}

/** Stores the id of the signed-in person for the log. */
export function storeActor(userId: number): void {
  const store = requestStore();
  if (store) store.actorId = userId;
}

/** Releases the slot held while the answer was made. */
export function endRequestStore(store: RequestStore): void {
  if (store.isMade) return;
  store.isMade = true;
  store.onMade?.();
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return isIP(plain) === 4 ? plain.startsWith("127.") : plain === "::1";
}
