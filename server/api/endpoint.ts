import "server-only";
import type { z } from "zod";
import type { TokenScope } from "@/domain/vocabulary";
import type { Context } from "../context";

/** Where the API is served. */
export const apiRoot = "/api/v1";

/**
 * The versions in `If-Match`: of the row itself, and of what it stands on where an answer shows
 * both.
 */
export type SeenVersions = { version: number; second: number };

export type Call = {
  /** By name, from the path. */
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  /** Parsed JSON; the command checks it. */
  body: unknown;
  seen: SeenVersions;
};

export type Reply = {
  /** 200 unless said; 201 comes with a `location` below `/api/v1`. */
  status?: 200 | 201 | 204;
  body?: unknown;
  /** Versions, for `ETag`. */
  versions?: readonly number[];
  location?: string;
  /** In place of a body: bytes with what is to be said of them. */
  file?: { content: Uint8Array; headers: Readonly<Record<string, string>> };
};

export type Endpoint = {
  /** Also the key of its summary in the messages `api.operation`. */
  id: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `/api/v1`, with names in braces. */
  path: string;
  /** What is read of the address; the check is `unreadable`. */
  query?: z.ZodObject;
  /** The names in the address that cannot be read; without it none may stand there. */
  unreadable?: (search: URLSearchParams) => string[];
  body?: z.ZodType;
  /** What leaves; fields that do not stand here never do. */
  result?: z.ZodType;
  /** Answers with a file in place of a result. */
  isFile?: true;
  /** Whether a change must say what it saw. */
  needsVersion?: boolean;
  run: (context: Context, call: Call) => Promise<Reply>;
  /**
   * Of what is kept under a caller's key: reads what the answer tells of, which throws where it is
   * out of the caller's reach by now. Every operation that takes such a key has it; a test asks.
   */
  reach?: (context: Context, call: Call, reply: Reply) => Promise<unknown>;
};

/** Reading needs a token that reads; anything else one that writes. */
export function scopeOf({ method }: Pick<Endpoint, "method">): TokenScope {
  return method === "GET" ? "read" : "write";
}

export type Found = { endpoint: Endpoint; params: Record<string, string> };

/**
 * The endpoint of this method and path (below `/api/v1`).
 * @returns the methods of the path where it has another method only; null where no endpoint has the
 *   path
 */
export function findEndpoint(endpoints: readonly Endpoint[], method: string, path: string): Found | string[] | null {
  const here = endpoints.flatMap((endpoint) => {
    const params = paramsOf(endpoint.path, path);
    return params ? [{ endpoint, params }] : [];
  });
  const asked = method === "HEAD" ? "GET" : method;
  const found = here.find(({ endpoint }) => endpoint.method === asked);
  if (found) return found;
  return here.length > 0 ? [...new Set(here.map(({ endpoint }) => endpoint.method))] : null;
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) params[name] = value;
    else if (part !== value) return null;
  }
  return params;
}
