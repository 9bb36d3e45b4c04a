import { expect, it, vi } from "vitest";
import { callByForm, callByScript } from "./action-call";
import type { Part } from "./multipart";

const plain = `40${"a".repeat(40)}`;
const withState = `60${"a".repeat(40)}`;
/** An action made by another function, with the id that Next gives it. */
const made = `7f${"a".repeat(40)}`;
vi.mock("./known-actions", () => ({ isKnownAction: (id: string) => id.endsWith("a".repeat(40)) }));

const parts = (fields: Record<string, string>): Part[] =>
  Object.entries(fields).map(([name, value]) => ({ name, isFile: false, content: Buffer.from(value) }));

const refused = '{"ok":false,"refusal":{"code":"REQUIRED","values":{"title":"$$5 a day"},"current":"$undefined"}}';

it.each([
  ["a form alone", plain, { 0: '["$K1"]', _1_locale: "lo" }],
  ["a form after the first state", withState, { 0: '[null,"$K1"]', _1_title: "[[[[", _1_$ACTION: "x" }],
  ["a form after a refusal", withState, { 0: `[${refused},"$K1"]`, _1_title: "$5 a day" }],
  ["a form after the state of an action made by another function", made, { 0: '[null,"$K1"]', _1_title: "x" }],
  ["a form of another number", withState, { 0: '["$undefined","$K1a"]', _1a_title: "x" }],
])("accepts %s", (_what, id, fields) => {
  expect(callByScript(id, parts(fields))).toBe("right");
});

it.each([
  ["no arguments", withState, {}],
  ["no form", plain, { 0: "[null]" }],
  ["a form too few", withState, { 0: '["$K1"]' }],
  ["a form alone for an action made by another function", made, { 0: '["$K1"]' }],
  ["an argument too many for it", made, { 0: '[null,null,"$K1"]' }],
  ["an argument too many", plain, { 0: '[null,"$K1"]' }],
  ["a promise for a state", withState, { 0: '["$@1","$K1"]', 1: "null" }],
  ["a state in another part", withState, { 0: '["$1","$K1"]' }],
  ["a reference deep in the state", withState, { 0: '[{"a":[{"b":"$F2"}]},"$K1"]' }],
  ["a prototype", withState, { 0: '[{"__proto__":{"isAdmin":true}},"$K1"]' }],
  ["another part", withState, { 0: '[null,"$K1"]', 1: "[]" }],
  ["fields of another form", withState, { 0: '[null,"$K1"]', _2_title: "x" }],
  ["invalid JSON", withState, { 0: "{{{{" }],
  ["deeply nested JSON", withState, { 0: `[${"[".repeat(40)}${"]".repeat(40)},"$K1"]` }],
  ["endlessly nested JSON", withState, { 0: "[".repeat(700_000) }],
  ["JSON with very many values", withState, { 0: `[[${"1,".repeat(60_000)}1],"$K1"]` }],
])("refuses %s", (_what, id, fields) => {
  expect(callByScript(id, parts(fields))).toBe("malformed");
});

it("refuses arguments that occur twice or are a file", () => {
  const [root] = parts({ 0: '["$K1"]' });
  if (!root) throw new Error("no part");
  expect(callByScript(plain, [root, root])).toBe("malformed");
  expect(callByScript(plain, [{ ...root, isFile: true }])).toBe("malformed");
});

const reference = (id: string, bound: string | null = "$@1") => JSON.stringify({ id, bound });

it.each([
  ["an action alone", "right", { [`$ACTION_ID_${plain}`]: "", locale: "lo" }],
  [
    "an action with its state",
    "right",
    { $ACTION_REF_1: "", "$ACTION_1:0": reference(withState), "$ACTION_1:1": "[null]" },
  ],
  [
    "a refused form",
    "right",
    { $ACTION_REF_2: "", "$ACTION_2:0": reference(withState), "$ACTION_2:1": `[${refused}]` },
  ],
  ["an action of another build", "unknown", { $ACTION_ID_60bb: "" }],
  ["a reference to one", "unknown", { $ACTION_REF_1: "", "$ACTION_1:0": reference("60bb", null) }],
  ["no action", "malformed", { title: "x" }],
  ["a reference to nothing", "malformed", { $ACTION_REF_1: "" }],
  ["a state that is missing", "malformed", { $ACTION_REF_1: "", "$ACTION_1:0": reference(withState) }],
  [
    "a state elsewhere",
    "malformed",
    { $ACTION_REF_1: "", "$ACTION_1:0": reference(withState, "$@7"), "$ACTION_1:1": "[null]" },
  ],
  [
    "a state that refers",
    "malformed",
    { $ACTION_REF_1: "", "$ACTION_1:0": reference(withState), "$ACTION_1:1": '["$2"]' },
  ],
  [
    "a state that breaks off",
    "malformed",
    { $ACTION_REF_1: "", "$ACTION_1:0": reference(withState), "$ACTION_1:1": "[[[" },
  ],
])("a form without scripts that has %s is %s", (_what, verdict, fields) => {
  expect(callByForm(parts(fields as Record<string, string>))).toBe(verdict);
});
