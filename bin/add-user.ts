import { Refusal } from "@/db/embedded/refusal.mjs";
import type { Role } from "@/domain/roles";
import type { Context } from "@/server/context";

export type NewUser = {
  email: string;
  name: string;
  role: Role;
  /** ISO code of the member state that a focal point speaks for, such as "LA". */
  state: string | undefined;
};

/**
 * The one place where `npm run user -- add` meets the command of the users slice.
 * @returns the one-time link to set a password
 * @throws AppError ALREADY_EXISTS when the address has an account
 */
export async function addUserByLink(_context: Context, _user: NewUser): Promise<{ link: string }> {
  throw new Refusal("Adding users is not available in this version.");
}
