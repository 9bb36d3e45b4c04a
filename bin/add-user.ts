import type { Role } from "@/domain/roles";
import { addUser } from "@/features/users/server/add-user";
import type { Context } from "@/server/context";
import { publicOrigin } from "@/server/request/origins";

export type NewUser = {
  email: string;
  name: string;
  role: Role;
  /** ISO code of the member state that a focal point speaks for, such as "LA". */
  state: string | undefined;
};

/**
 * The one place where `npm run user -- add` meets the command of the users slice.
 * @returns the one-time link to set a password, under the site's public address
 * @throws AppError ALREADY_EXISTS when the address has an account
 */
export async function addUserByLink(context: Context, user: NewUser): Promise<{ link: string }> {
  const { path } = await addUser(context, user);
  return { link: publicOrigin() + path };
}
