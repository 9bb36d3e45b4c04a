import path from "node:path";
import { parseArgs } from "node:util";
import { createDatabase } from "@/db/client";
import { Refusal } from "@/db/embedded/refusal.mjs";
import { migrate } from "@/db/migrate";
import { seedReference } from "@/db/seed/reference/index";
import { type Role, roles } from "@/domain/roles";
import { env } from "@/env";
import { systemContext } from "@/server/context";
import { addUserByLink, type NewUser } from "./add-user";
import { fail } from "./fail";

const usage = `npm run user -- add --email person@ministry.gov --name "Full Name" --role ${roles.join("|")} [--state LA]`;

/**
 * @param args after the command's own name
 * @throws Refusal naming the first thing that is wrong, and how it is written
 */
export function parseUserArgs(args: string[]): NewUser {
  const [verb, ...rest] = args;
  if (verb !== "add") throw new Refusal(`Usage: ${usage}`);
  const { email, name, role, state } = readOptions(rest);
  for (const [option, value] of Object.entries({ email, name, role })) {
    if (!value?.trim()) throw new Refusal(`--${option} is missing. Usage: ${usage}`);
  }
  if (!isRole(role)) throw new Refusal(`--role ${role} is not one of ${roles.join(", ")}.`);
  if (role === "focal" && !state)
    throw new Refusal("--state is missing: a focal point speaks for a member state, such as LA.");
  if (role !== "focal" && state) throw new Refusal(`--state is for focal points only, not for the role ${role}.`);
  return { email: (email ?? "").trim(), name: (name ?? "").trim(), role, state: state?.toUpperCase() };
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

/** Makes an account without a password; whoever holds the printed link sets one, once. */
export async function runUserCommand(args: string[]): Promise<void> {
  const user = parseUserArgs(args);
  const { DATABASE_URL } = env();
  // The first admin may be made before the site has ever been started.
  await migrate(DATABASE_URL, path.resolve("db/migrations"), (db) => seedReference(db, {}));
  const { db, pool } = createDatabase(DATABASE_URL, 1);
  try {
    const { link } = await addUserByLink(systemContext(db, "npm run user"), user);
    process.stdout.write(`${user.email} can set a password, once, at:\n${link}\n`);
  } finally {
    await pool.end();
  }
}

if (process.argv[1]?.endsWith("user.ts")) await runUserCommand(process.argv.slice(2)).catch(fail);
