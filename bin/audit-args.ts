import { parseArgs } from "node:util";
import type { AuditMark } from "@/db/audit-head";
import { Refusal } from "@/db/embedded/refusal.mjs";

const usage = "npm run audit -- verify [--anchor SEQ:HASH] | npm run audit -- head";

export type AuditOrder = { verb: "head" } | { verb: "verify"; anchors: AuditMark[] };

/**
 * @param args arguments after the name of the command
 * @throws Refusal with the first error and the usage
 */
export function parseAuditArgs(args: string[]): AuditOrder {
  const [verb, ...rest] = args;
  if (verb === "head" && rest.length === 0) return { verb };
  if (verb !== "verify") throw new Refusal(`Usage: ${usage}`);
  return { verb, anchors: readAnchors(rest).map(parseMark) };
}

function readAnchors(args: string[]): string[] {
  try {
    return parseArgs({ args, options: { anchor: { type: "string", multiple: true } } }).values.anchor ?? [];
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)} Usage: ${usage}`);
  }
}

function parseMark(text: string): AuditMark {
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (!seq || !hash)
    throw new Refusal(`--anchor ${text} is not a number and a hash, as npm run audit -- head prints them.`);
  return { seq: Number(seq), hash };
}
