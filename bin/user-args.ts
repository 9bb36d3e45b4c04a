import { parseArgs } from "node:util";
import { Refusal } from "@/db/embedded/refusal.mjs";
import { cleanText, isBlank } from "@/domain/lao-text";
import { type Role, roles } from "@/domain/roles";
import type { NewUser } from "./add-user";

const usage = `npm run user -- add --email person@ministry.gov --name "Full Name" --role ${roles.join("|")} [--state LA]`;

/**
 * @param args arguments after the name of the command
 * @throws Refusal with the first error and the usage
 */
export function parseUserArgs(args: string[]): NewUser {
  const [verb, ...rest] = args;
  if (verb !== "add") throw new Refusal(`Usage: ${usage}`);
  const { email, name, role, state } = readOptions(rest);
  for (const [option, value] of Object.entries({ email, name, role })) {
    if (!value || isBlank(value)) throw new Refusal(`--${option} is missing. Usage: ${usage}`);
  }
  if (!isRole(role)) throw new Refusal(`--role ${role} is not one of ${roles.join(", ")}.`);
  if (role === "focal" && !state)
    throw new Refusal("--state is missing: a focal point speaks for a member state, such as LA.");
  if (role !== "focal" && state) throw new Refusal(`--state is for focal points only, not for the role ${role}.`);
  return { email: cleanText(email ?? ""), name: cleanText(name ?? ""), role, state: state?.toUpperCase() };
}

function readOptions(args: string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ args, options: { email: text, name: text, role: text, state: text } }).values;
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)} Usage: ${usage}`);
  }
}

function isRole(value: string | undefined): value is Role {
  return roles.some((role) => role === value);
}
