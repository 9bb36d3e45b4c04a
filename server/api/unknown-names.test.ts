import { expect, it } from "vitest";
import { z } from "zod";
import { endpoints } from "@/app/api/v1/endpoints/all";
import { unknownNames } from "./unknown-names";

const Body = z.object({
  title: z.preprocess((text) => text, z.string().optional()),
  parties: z.array(z.object({ state: z.string() })).default([]),
});

it.each([
  ['{"title":"a","parties":[{"state":"LA"}]}', []],
  ['{"__proto__":{"isAdmin":true}}', ["__proto__"]],
  ['{"constructor":1,"toString":2,"title":"a"}', ["constructor", "toString"]],
  ['{"parties":[{"state":"LA"},{"state":"TH","rank":1}]}', ["parties.1.rank"]],
  ['{"parties":[{"__proto__":{}}]}', ["parties.0.__proto__"]],
  ['{"parties":"LA"}', []],
])("%s has the unknown names %j", (json, names) => {
  expect(unknownNames(Body, JSON.parse(json))).toEqual(names);
});

it.each(endpoints.flatMap(({ id, body }) => (body ? [[id, body] as const] : [])))(
  "%s knows the names of its own body",
  (_id, body) => {
    const names = Object.keys((body as z.ZodObject).shape);
    expect(names.length).toBeGreaterThan(0);
    expect(unknownNames(body, Object.fromEntries(names.map((name) => [name, null])))).toEqual([]);
    expect(unknownNames(body, { nobody_knows: 1 })).toEqual(["nobody_knows"]);
  },
);
