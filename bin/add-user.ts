import type { Role } from "@/domain/roles";
import { addUser } from "@/features/users/server/add-user";
import type { Context } from "@/server/context";
import { publicOrigin } from "@/server/request/origins";

export type NewUser = {
  email: string;
  name: string;
  role: Role;
  /** ISO code of a focal point's member state, such as "LA". */
  state: string | undefined;
};

/**
 * Runs the users slice's command for `npm run user -- add`. No other file of bin does so.
 * @returns the one-time link to set a password, under the site's public address
 * @throws AppError ALREADY_EXISTS if an account has the address
 */
export async function addUserByLink(context: Context, user: NewUser): Promise<{ link: string }> {
  const { path } = await addUser(context, user);
  return { link: publicOrigin() + path };
}
