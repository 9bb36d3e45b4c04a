import "server-only";
import { isKnownAction } from "./known-actions";
import type { Part } from "./multipart";

type Verdict = "right" | "malformed" | "unknown";

/**
 * Limits of depth and number of values for the state that a form sends; the state of a refused form
 * holds all its fields.
 */
const deepest = 32;
const mostValues = 50_000;

/**
 * Matches text that React does not read as a reference to something else; a few texts beginning
 * with `$` are literal.
 */
const plainText = /^(?!\$)|^\$(\$|undefined$|-0$|NaN$|-?Infinity$)/;
/**
 * The argument bits in the first byte of an action's id when it may take any arguments: six, and
 * more.
 */
const anyArguments = 0x7f;
const formReference = /^\$K([0-9a-f]{1,8})$/;

/**
 * Checks that a script calls this action as our forms do: with the previous state, if the action
 * takes one, and one form. Field `0` holds the arguments as JSON, with `$K1` for the form whose
 * fields begin with `_1_`.
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
 * Checks that a form sent without scripts names its action as React writes it: `$ACTION_ID_…`, or
 * `$ACTION_REF_1` with the action in `$ACTION_1:0` and the previous state in `$ACTION_1:1`.
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
 * The number of arguments of an action. Next encodes them in the first byte of its id. It cannot
 * see those of an action made by `formAction` and marks it as taking any; these take the state and
 * the form.
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

/** True if the value is plain data without references to other parts of the body. */
function isPlain(value: unknown): boolean {
  if (typeof value === "string") return plainText.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, part]) => name !== "__proto__" && isPlain(part));
}

/**
 * True if this JSON is neither too deep nor has too many values. Scans its characters once, without
 * parsing.
 */
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
