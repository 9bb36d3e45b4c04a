import { expect, test } from "vitest";
import { z } from "zod";
import { endpoints } from "@/app/api/v1/endpoints/all";
import { catalogue } from "@/i18n/catalogue";
import { findEndpoint, scopeOf } from "./endpoint";
import { openApi, schemaOf } from "./openapi";

test("finds an endpoint by method and path, and lists the methods of a path that has only others", () => {
  const found = findEndpoint(endpoints, "GET", "/entries/12");
  expect(found).toMatchObject({ endpoint: { id: "getEntry" }, params: { id: "12" } });
  expect(findEndpoint(endpoints, "HEAD", "/plans")).toMatchObject({ endpoint: { id: "listPlans" } });
  expect(findEndpoint(endpoints, "GET", "/entries/12/evidence/3")).toMatchObject({ params: { id: "12", file: "3" } });
  expect(findEndpoint(endpoints, "PUT", "/plans")).toEqual(["GET", "POST"]);
  for (const path of ["", "/", "/entries", "/entries/1/2", "/plans/"]) {
    expect(findEndpoint(endpoints, "DELETE", `${path}/nothing/at/all`)).toBeNull();
  }
});

test("every method but GET needs a key with write scope", () => {
  for (const endpoint of endpoints)
    expect(scopeOf(endpoint), endpoint.id).toBe(endpoint.method === "GET" ? "read" : "write");
});

test("every operation that takes an idempotency key checks that the caller may still see the result", () => {
  for (const { id, method, reach } of endpoints) expect(reach !== undefined, id).toBe(method === "POST");
});

test("every operation is described once in both languages, with schemas for input and result", () => {
  const ids = endpoints.map(({ id }) => id).sort();
  expect(Object.keys(catalogue.en.api.operation).sort()).toEqual(ids);
  const { paths } = openApi(endpoints) as { paths: Record<string, Record<string, { operationId: string }>> };
  const described = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
  expect(described.sort()).toEqual(ids);
  for (const { id, result, isFile, method } of endpoints) {
    expect([result !== undefined, isFile === true, method === "DELETE"].filter(Boolean), id).toHaveLength(1);
  }
});

test("describes a preprocessed field by the schema that reads it", () => {
  const tidied = z.object({ progress: z.preprocess((value) => value || null, z.number().min(0).max(100).nullable()) });
  expect(schemaOf(tidied, "input")).toMatchObject({
    properties: { progress: { anyOf: [{ type: "number", minimum: 0, maximum: 100 }, { type: "null" }] } },
  });
});
