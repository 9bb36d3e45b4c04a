import { describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoints } from "@/app/api/v1/endpoints/all";
import type { Endpoint } from "./endpoint";
import { openApi } from "./openapi";

type Described = {
  type?: string | string[];
  anyOf?: Described[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  items?: Described;
};
type BodySchema = {
  required: string[];
  properties: Record<string, Described>;
  additionalProperties: boolean;
  /** Sets of fields of which one is required. */
  anyOf?: { required: string[]; properties?: Record<string, Described> }[];
  else?: { properties: Record<string, Described> };
};
type Parameter = { name: string; in: string; schema: Described };
type Operation = { parameters: Parameter[]; requestBody?: { content: Record<string, { schema: BodySchema }> } };

const { paths } = openApi(endpoints) as { paths: Record<string, Record<string, Operation>> };
const operationOf = ({ path, method }: Endpoint) => paths[path]?.[method.toLowerCase()];
const bodyOf = (endpoint: Endpoint) => operationOf(endpoint)?.requestBody?.content["application/json"]?.schema;

/** A value that the description allows, as long or as large as it allows. */
function allowed(schema: Described, which: 0 | -1 = -1): unknown {
  if (schema.const !== undefined) return schema.const;
  const { anyOf, enum: choices, format, pattern, maxLength = 5, maximum = 1, items, maxItems = 1, type } = schema;
  if (anyOf) return allowed(anyOf.find((one) => one.type !== "null") ?? {}, which);
  if (choices) return choices.at(which);
  if (format === "date") return "2026-02-28";
  if (format === "uri") return "https://asean.example/a";
  if (pattern) return "12.50";
  if (type === "array") return Array.from({ length: maxItems }, () => allowed(items ?? {}));
  return type === "string" ? "ກ".repeat(maxLength) : type === "boolean" ? true : maximum;
}

/** A value that the description excludes by its limits; undefined if it has none. */
function excluded({ anyOf, format, maxLength, maximum, enum: choices, type }: Described): unknown {
  if (anyOf) return excluded(anyOf.find((one) => one.type !== "null") ?? {});
  if (choices) return "no such choice";
  if (format === "date") return "2026-02-30";
  if (maxLength !== undefined) return "ກ".repeat(maxLength + 1);
  return maximum === undefined || type !== "integer" ? undefined : maximum + 1;
}

const withBody = endpoints.filter(({ body }) => body !== undefined).map((endpoint) => [endpoint.id, endpoint] as const);

describe.each(withBody)("the body of %s", (_id, endpoint) => {
  const described = bodyOf(endpoint) as BodySchema;
  const [either] = described.anyOf ?? [];
  const given = (names: readonly string[], which: 0 | -1 = 0) => {
    const of = (name: string) => ({ ...described.properties[name], const: either?.properties?.[name]?.const });
    return Object.fromEntries(names.map((name) => [name, allowed(of(name), which)]));
  };
  const needed = [...described.required, ...(either?.required ?? [])];
  const isTaken = (body: unknown) => (endpoint.body as z.ZodType).safeParse(body).success;
  const all = Object.keys(described.properties);

  it("is taken with the required fields alone, and with all of them", () => {
    expect(isTaken(given(needed))).toBe(true);
    expect(isTaken(given(all, -1))).toBe(true);
    expect(described.additionalProperties).toBe(false);
  });

  it("is refused without a required field", () => {
    for (const name of described.required)
      expect(isTaken(given(needed.filter((one) => one !== name))), name).toBe(false);
  });

  it("has limits that hold", () => {
    for (const [name, schema] of Object.entries(described.properties)) {
      const wrong = excluded(schema);
      if (wrong !== undefined) expect(isTaken({ ...given(all, -1), [name]: wrong }), name).toBe(false);
      expect(Object.keys(schema), name).not.toEqual([]);
    }
  });

  it("has a length for every text and a format for every day", () => {
    const texts = z.record(z.string(), z.unknown()).parse(described.properties);
    for (const [name, schema] of Object.entries(texts)) {
      const text = JSON.stringify(schema);
      if (/On$/.test(name)) expect(text, name).toContain('"format":"date"');
      else if (text.includes('"string"')) expect(text, name).toMatch(/"(maxLength|enum|pattern|const)"/);
    }
  });
});

describe.each(endpoints.filter(({ method }) => method === "GET").map((endpoint) => [endpoint.id, endpoint] as const))(
  "the address of %s",
  (_id, endpoint) => {
    const named = (operationOf(endpoint)?.parameters ?? []).filter((parameter) => parameter.in === "query");

    it("may have a moment, and each parameter that is described", () => {
      expect(named.map(({ name }) => name)).toContain("asof");
      const words: Record<string, string> = { sort: "title.asc", period: "CYCLE-2023", sample: "yes", priority: "" };
      for (const { name, schema } of named.filter((parameter) => parameter.name !== "asof")) {
        const isText = JSON.stringify(schema) === '{"type":"string"}';
        const value = isText ? (words[name] ?? "") : String(allowed(schema));
        expect(endpoint.unreadable?.(new URLSearchParams({ [name]: value })), `${name}=${value}`).toEqual([]);
      }
    });

    it("has no other parameters", () => {
      for (const name of ["menu", "facet", "edit", "cols", "view", "nothing"])
        expect(endpoint.unreadable?.(new URLSearchParams({ [name]: "1" })) ?? [name], name).toContain(name);
    });
  },
);
