import "server-only";
import { z } from "zod";
import { takesAsOf } from "@/domain/as-of";
import { catalogue } from "@/i18n/catalogue";
import { apiRoot, type Endpoint, scopeOf } from "./endpoint";

type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 description of these endpoints, made from the schemas of their input and results.
 */
export function openApi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  const { title, description } = catalogue.en.api.document;
  return {
    openapi: "3.1.0",
    info: { title, description, version: "1" },
    servers: [{ url: apiRoot }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: catalogue.en.api.document.token } },
      headers: {
        "Key-Expires": {
          description: catalogue.en.api.document.keyExpires,
          schema: { type: "string", format: "date-time" },
        },
      },
      schemas: { Error: errorSchema },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const { id, body } = endpoint;
  return {
    operationId: id,
    summary: summaryOf(id),
    tags: [scopeOf(endpoint)],
    parameters: parametersOf(endpoint),
    ...(body
      ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } } }
      : {}),
    responses: withKeyHeader({
      ...successOf(endpoint),
      default: jsonAnswer("Refused", { $ref: "#/components/schemas/Error" }),
    }),
  };
}

/** Adds the header `Key-Expires`, which every answer carries. */
function withKeyHeader(responses: Record<string, Json>): Json {
  const headers = { "Key-Expires": { $ref: "#/components/headers/Key-Expires" } };
  return Object.fromEntries(Object.entries(responses).map(([status, response]) => [status, { ...response, headers }]));
}

function successOf(endpoint: Endpoint): Record<string, Json> {
  const { result, isFile, isVersioned } = endpoint;
  if (isFile) return { "200": { description: "Done", content: { "application/octet-stream": {} } } };
  if (!result) return { "204": { description: "Done" } };
  return {
    [doneStatus(endpoint)]: jsonAnswer("Done", schemaOf(result, "output")),
    ...(isVersioned ? { "304": { description: "Unchanged" } } : {}),
  };
}

function doneStatus({ method, path }: Endpoint): number {
  return method === "POST" && !path.endsWith("/submission") ? 201 : 200;
}

/**
 * The summary of an operation, in English. Every operation has one in the messages, because the API
 * page needs it.
 */
function summaryOf(id: string): string {
  const summaries: Readonly<Record<string, string>> = catalogue.en.api.operation;
  return summaries[id] ?? id;
}

const jsonAnswer = (description: string, schema: Json) => ({
  description,
  content: { "application/json": { schema } },
});

/** A past day, or the code of a meeting. */
const asOf = {
  name: "asof",
  in: "query",
  description: catalogue.en.api.document.asof,
  schema: {
    anyOf: [
      { type: "string", format: "date" },
      { type: "string", maxLength: 60 },
    ],
  },
};

function parametersOf({ path, query, method, needsVersion, isVersioned }: Endpoint): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "integer", minimum: 1 },
  }));
  const named = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    schema: schemaOf(schema as z.ZodType, "input"),
  }));
  const header = (name: string, required: boolean) => ({ name, in: "header", required, schema: { type: "string" } });
  return [
    ...inPath,
    ...named,
    ...(method === "GET" && takesAsOf(`${apiRoot}${path}`) ? [asOf] : []),
    ...(needsVersion ? [header("If-Match", true)] : []),
    ...(needsVersion || isVersioned ? [header("If-None-Match", false)] : []),
    ...(method === "POST" ? [header("Idempotency-Key", false)] : []),
  ];
}

/**
 * A Zod schema as JSON Schema. A field that is processed before it is read, such as a text that is
 * cleaned, is described by the schema that reads the processed value.
 */
export function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (io === "input") describeInput(zodSchema, jsonSchema as Json);
    },
  });
  return json as Json;
}

function describeInput({ _zod: { def } }: z.core.$ZodTypes, json: Json): void {
  if (def.type === "object") {
    // A field that may be left out says so only by what it takes.
    json.required = Object.entries(def.shape)
      .filter(([, field]) => !z.safeParse(field, undefined).success)
      .map(([name]) => name);
    json.additionalProperties = false;
  }
  if (def.type !== "pipe" || def.out._zod.def.type === "transform") return;
  if (def.in._zod.def.type === "transform") for (const name of Object.keys(json)) delete json[name];
  Object.assign(json, schemaOf(def.out as z.ZodType, "input"));
}

const errorSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "requestId"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        requestId: { type: "string" },
        fields: {
          type: "array",
          items: {
            type: "object",
            properties: { field: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
          },
        },
        current: { type: "object", description: "with CONFLICT: the fields as they stand" },
      },
    },
  },
};
