import "server-only";
import type { z } from "zod";
import type { TokenScope } from "@/domain/vocabulary";
import type { Context } from "../context";

/** The path under which the API is served. */
export const apiRoot = "/api/v1";

/**
 * The versions in `If-Match`: that of the row itself, and that of the row it belongs to if the
 * answer shows both.
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
  /** 200 by default; 201 comes with a `location` below `/api/v1`. */
  status?: 200 | 201 | 204;
  body?: unknown;
  /** Versions, for `ETag`. */
  versions?: readonly number[];
  location?: string;
  /** Content and headers of a file, instead of a body. */
  file?: { content: Uint8Array; headers: Readonly<Record<string, string>> };
};

export type Endpoint = {
  /** Also the key of its summary in the messages, under `api.operation`. */
  id: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below `/api/v1`, with parameter names in braces. */
  path: string;
  /** The parameters of the address, for the API description; `unreadable` checks them. */
  query?: z.ZodObject;
  /**
   * The names in the address that cannot be read; without this function no parameters are allowed.
   */
  unreadable?: (search: URLSearchParams) => string[];
  body?: z.ZodType;
  /** Schema of the result; fields that are not in it are never sent. */
  result?: z.ZodType;
  /** True if it answers with a file instead of a result. */
  isFile?: true;
  /**
   * True if its `ETag` changes with all that it shows, so that `If-None-Match` can be answered with
   * 304.
   */
  isVersioned?: true;
  /** True if the caller must send the version it has seen. */
  needsVersion?: boolean;
  run: (context: Context, call: Call) => Promise<Reply>;
  /**
   * Needed by every operation that accepts an idempotency key (checked by a test): reads the
   * subject of a stored answer again, and throws if it is now out of the caller's reach.
   */
  reach?: (context: Context, call: Call, reply: Reply) => Promise<unknown>;
};

/** GET needs a token with read scope; every other method one with write scope. */
export function scopeOf({ method }: Pick<Endpoint, "method">): TokenScope {
  return method === "GET" ? "read" : "write";
}

export type Found = { endpoint: Endpoint; params: Record<string, string> };

/**
 * The endpoint of this method and path (below `/api/v1`).
 * @returns the methods of the path if it has only other ones; null if no endpoint has the path
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
