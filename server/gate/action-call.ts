import "server-only";
import { isKnownAction } from "./known-actions";
import type { Part } from "./multipart";

type Verdict = "right" | "malformed" | "unknown";

/**
 * How deep, and of how many values, the state may be that a form sends back; a refused form's holds
 * its fields.
 */
const deepest = 32;
const mostValues = 50_000;

/** A text that React reads as a reference to something else; these few stand for themselves. */
const plainText = /^(?!\$)|^\$(\$|undefined$|-0$|NaN$|-?Infinity$)/;
/** The first byte of an id whose action may take any arguments: six of them, and more. */
const anyArguments = 0x7f;
const formReference = /^\$K([0-9a-f]{1,8})$/;

/**
 * Does a script call this action as our forms do? They give it the state before, where it takes
 * one, and one form: field `0` holds the arguments as JSON, with `$K1` for the form whose fields
 * begin with `_1_`.
 */
export function callByScript(id: string, parts: readonly Part[]): Verdict {
  const [root, ...more] = parts.filter(({ name }) => name === "0");
  const args = root && !root.isFile && more.length === 0 ? jsonOf(root) : null;
  if (!Array.isArray(args) || args.length !== argumentsOf(id)) return "malformed";
  const form = formReference.exec(String(args.at(-1)))?.[1];
  const isOurs = form !== undefined && args.slice(0, -1).every(isPlain);
  const areFields = parts.every(({ name }) => name === "0" || name.startsWith(`_${form}_`));
  return isOurs && areFields ? "right" : "malformed";
}

/**
 * Does this form, sent without scripts, name its action as React writes it: `$ACTION_ID_…`, or
 * `$ACTION_REF_1` with the action in `$ACTION_1:0` and the state before in `$ACTION_1:1`?
 */
export function callByForm(parts: readonly Part[]): Verdict {
  const signs = new Map(parts.filter(({ name }) => name.startsWith("$ACTION_")).map((part) => [part.name, part]));
  const ids = [...signs.keys()].flatMap((name) => /^\$ACTION_ID_(\w+)$/.exec(name)?.[1] ?? []);
  const references = [...signs.keys()].flatMap((name) => /^\$ACTION_REF_(\w{1,8})$/.exec(name)?.[1] ?? []);
  const bound = references.map((number) => referred(signs, number));
  const known = [...ids, ...bound.flatMap((one) => (one ? [one.id] : []))];
  if (known.length === 0 || bound.includes(null)) return "malformed";
  return known.every(isKnownAction) ? "right" : "unknown";
}

function referred(signs: ReadonlyMap<string, Part>, number: string): { id: string } | null {
  const reference = jsonOf(signs.get(`$ACTION_${number}:0`)) as { id?: unknown; bound?: unknown } | null;
  if (typeof reference?.id !== "string") return null;
  if (reference.bound === null) return { id: reference.id };
  const state = reference.bound === "$@1" ? jsonOf(signs.get(`$ACTION_${number}:1`)) : null;
  return Array.isArray(state) && state.length === 1 && isPlain(state[0]) ? { id: reference.id } : null;
}

/**
 * Next writes into the first byte of an id which arguments its action takes. Of an action that
 * `formAction` makes it cannot see them, and writes that it takes whatever comes: these take the
 * state and the form.
 */
function argumentsOf(id: string): number {
  const first = Number.parseInt(id.slice(0, 2), 16);
  if (first === anyArguments) return 2;
  const taken = (first >> 1) & 0x3f;
  return taken === 0 ? 0 : 6 - Math.log2(taken & -taken);
}

function jsonOf(part: Part | undefined): unknown {
  try {
    const text = part && !part.isFile ? part.content.toString("utf8") : "";
    return isModest(text) ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** Is this what a state is made of, with no reference to another part of the body? */
function isPlain(value: unknown): boolean {
  if (typeof value === "string") return plainText.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, part]) => name !== "__proto__" && isPlain(part));
}

/** Is this JSON neither deep nor of very many values? Told by its signs alone, in one walk. */
function isModest(json: string): boolean {
  let depth = 0;
  let values = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (isText) {
      if (sign === 0x5c) at += 1;
      else if (sign === 0x22) isText = false;
      continue;
    }
    if (sign === 0x22) isText = true;
    else if (sign === 0x5b || sign === 0x7b) depth += 1;
    else if (sign === 0x5d || sign === 0x7d) depth -= 1;
    else if (sign === 0x2c) values += 1;
    if (depth > deepest || values > mostValues) return false;
  }
  return true;
}
