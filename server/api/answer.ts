import "server-only";
import { randomUUID } from "node:crypto";
import { createTranslator } from "next-intl";
import type { z } from "zod";
import { database } from "@/db/client";
import { AppError, type ErrorCode, secondsToRetry, statusOf } from "@/domain/errors";
import { catalogue } from "@/i18n/catalogue";
import { shownParams } from "@/i18n/error-params";
import { chooseLocale } from "@/i18n/locale";
import { readToken, type TokenHolder } from "../auth/api-token";
import { type Context, systemContext } from "../context";
import { fromDatabaseError } from "../database/database-error";
import { log } from "../observability/log";
import { lookBack } from "../past/as-of";
import { clientAddress } from "../request/client-address";
import { requestStore } from "../request/request-store";
import { noteRights } from "../sending/still-may";
import { apiRoot, type Endpoint, type Found, findEndpoint, type Reply, scopeOf } from "./endpoint";
import { requestHash, runOnce } from "./idempotency";
import { namesCurrent, requiredTags, seenVersions } from "./preconditions";
import { unknownNames } from "./unknown-names";

const keyText = /^[\x21-\x7e]{1,255}$/;

/**
 * Answers an API request: checks token, endpoint, scope, address and body, then runs the query or
 * command with the rights of the token's owner.
 */
export async function answerApi(request: Request, endpoints: readonly Endpoint[]): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? randomUUID();
  const locale = chooseLocale(undefined, request.headers.get("accept-language"));
  const address = clientAddress(request.headers);
  const visitor = { ...systemContext(database(), "API"), locale, requestId, address };
  try {
    const holder = await readToken(request.headers, visitor);
    const answer = await answerHolder(request, endpoints, holder, visitor).catch((error: unknown) =>
      refusal(error, requestId, locale),
    );
    // Every answer carries the expiry of the key, so that it is noticed in time.
    answer.headers.set("Key-Expires", holder.expiresAt.toISOString());
    return answer;
  } catch (error) {
    return refusal(error, requestId, locale);
  }
}

async function answerHolder(
  request: Request,
  endpoints: readonly Endpoint[],
  holder: TokenHolder,
  visitor: Context,
): Promise<Response> {
  const url = new URL(request.url);
  const found = foundOf(endpoints, request.method, url.pathname.slice(apiRoot.length));
  refuseScope(holder, found.endpoint);
  refuseAddress(found.endpoint, url.searchParams);
  const { actor, proof } = holder;
  const present = { ...visitor, actor, proof, now: new Date() };
  noteRights(present);
  const context = await atItsMoment(present);
  const reply = await run(context, request, { ...found, endpoints }, url);
  return toResponse(reply, found.endpoint, request);
}

/** With `asof=` in the address, the context looks back; the gate has resolved the moment. */
async function atItsMoment(context: Context): Promise<Context> {
  const asOf = requestStore()?.asOf;
  return asOf ? lookBack(context, asOf) : context;
}

class MethodNotAllowed extends AppError {
  constructor(readonly allow: readonly string[]) {
    super("METHOD_NOT_ALLOWED");
  }
}

function foundOf(endpoints: readonly Endpoint[], method: string, path: string): Found {
  const found = findEndpoint(endpoints, method, path);
  if (found === null) throw new AppError("NOT_FOUND");
  if (Array.isArray(found)) throw new MethodNotAllowed(found);
  return found;
}

function refuseScope({ scope }: TokenHolder, endpoint: Endpoint): void {
  if (scopeOf(endpoint) === "write" && scope !== "write") throw new AppError("TOKEN_ONLY_READS");
}

function refuseAddress({ unreadable }: Endpoint, search: URLSearchParams): void {
  const own = new URLSearchParams([...search].filter(([name]) => name !== "asof"));
  const names = unreadable ? unreadable(own) : [...new Set(own.keys())];
  if (names.length > 0) throw new AppError("UNREADABLE_ADDRESS", { params: { names: names.join(", ") } });
}

type Asked = Found & { endpoints: readonly Endpoint[] };

async function run(context: Context, request: Request, asked: Asked, url: URL): Promise<Reply> {
  const { endpoint, params } = asked;
  const text = endpoint.method === "GET" ? "" : await request.text();
  const body = endpoint.body ? bodyOf(request, text, endpoint.body) : undefined;
  const call = { params, search: url.searchParams, body, seen: { version: 0, second: 0 } };
  const tags = endpoint.needsVersion ? requiredTags(request.headers) : null;
  const runNow = async (within: Context) => {
    if (!tags) return endpoint.run(within, call);
    const current = () => versionsNow(within, asked);
    if (request.headers.has("if-none-match") && namesCurrent(request.headers, await current()))
      throw new AppError("CONFLICT");
    return endpoint.run(within, { ...call, seen: await seenVersions(tags, current) });
  };
  const key = request.headers.get("idempotency-key");
  if (endpoint.method !== "POST" || key === null) return runNow(context);
  if (!keyText.test(key)) throw new AppError("INVALID_INPUT", { field: "Idempotency-Key" });
  const hash = requestHash(request.method, url.pathname + url.search, text);
  return runOnce(context, {
    key,
    hash,
    run: runNow,
    reach: async (within, reply) => endpoint.reach?.(within, call, reply),
  });
}

/**
 * The parsed body.
 * @throws AppError INVALID_INPUT if it has names that the endpoint does not know
 */
function bodyOf(request: Request, text: string, schema: z.ZodType): unknown {
  const body = jsonOf(request, text);
  const fields = unknownNames(schema, body).map((field) => ({ field, code: "UNKNOWN_NAME" as const }));
  if (fields.length > 0) throw new AppError("INVALID_INPUT", { fields });
  return body;
}

function jsonOf(request: Request, text: string): unknown {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("NOT_JSON");
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Refused below, like any other text that is no JSON object.
  }
  throw new AppError("INVALID_INPUT", { field: "body" });
}

/** The versions of the row that a change is about: of its own address, or of the one above. */
async function versionsNow(context: Context, { endpoint: { path }, params, endpoints }: Asked) {
  for (const place of [path, path.replace(/\/[^/]+$/, "")]) {
    const reading = endpoints.find((one) => one.method === "GET" && one.path === place);
    const call = { params, search: new URLSearchParams(), body: undefined, seen: { version: 0, second: 0 } };
    const reply = await reading?.run(context, call);
    if (reply?.versions) return reply.versions;
  }
  throw new AppError("NOT_FOUND");
}

function toResponse(reply: Reply, endpoint: Endpoint, { method, headers: asked }: Request): Response {
  const { status = 200, body, versions, location, file } = reply;
  const isHead = method === "HEAD";
  if (file) return new Response(isHead ? null : new Uint8Array(file.content), { headers: { ...file.headers } });
  const headers = new Headers({ "Cache-Control": "private, no-store" });
  if (versions) headers.set("ETag", `"${versions.join(".")}"`);
  if (location) headers.set("Location", apiRoot + location);
  if (endpoint.isVersioned && versions && namesCurrent(asked, versions))
    return new Response(null, { status: 304, headers });
  if (status === 204 || !endpoint.result) return new Response(null, { status: 204, headers });
  headers.set("Content-Type", "application/json; charset=utf-8");
  // Only fields named in the schema are sent: a column added to a query later is not exposed until
  // the schema names it.
  const shaped = JSON.stringify(endpoint.result.parse(JSON.parse(JSON.stringify(body))));
  return new Response(isHead ? null : shaped, { status, headers });
}

const statuses: Partial<Record<ErrorCode, number>> = {
  CONFLICT: 412,
  VERSION_REQUIRED: 428,
  NOT_JSON: 415,
  METHOD_NOT_ALLOWED: 405,
  IDEMPOTENCY_KEY_REUSED: 422,
  TOKEN_ONLY_READS: 403,
};

function refusal(thrown: unknown, requestId: string, locale: "en" | "lo"): Response {
  const error = fromDatabaseError(thrown);
  const isOurs = error instanceof AppError;
  if (!isOurs) log().error({ event: "api_failed", requestId, err: error });
  const { code, params, fields, current } = isOurs ? error : new AppError("INTERNAL");
  const words = createTranslator({ locale, messages: catalogue[locale], namespace: "errors" });
  const headers: Record<string, string> = { "Cache-Control": "private, no-store" };
  if (code === "UNAUTHENTICATED") headers["WWW-Authenticate"] = 'Bearer realm="api"';
  const wait = secondsToRetry({ code, params });
  if (wait !== null) headers["Retry-After"] = String(wait);
  if (error instanceof MethodNotAllowed) headers.Allow = error.allow.join(", ");
  const named = fields.map(({ field, code: why, params: of }) => ({
    field,
    code: why,
    message: words(why, { ...of }),
  }));
  const body = {
    code,
    message: words(code, { ...shownParams(params, locale) }),
    requestId,
    ...(named.length > 0 ? { fields: named } : {}),
    ...(current ? { current } : {}),
  };
  return Response.json({ error: body }, { status: statuses[code] ?? statusOf(code), headers });
}
