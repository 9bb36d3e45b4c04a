import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { inAnyOrder } from "@/db/order";
import { memberStates } from "@/db/schema/member-states";
import { users } from "@/db/schema/users";
import { can } from "@/domain/permissions";
import { type Role, roles } from "@/domain/roles";
import { defineQuery } from "@/server/define";
import type { UserSort } from "../address";
import { UserListInput } from "../schema";

/** `invited`: no password has been set yet. */
export type Access = "active" | "invited" | "disabled";

export type UserRow = {
  id: number;
  name: string;
  email: string;
  role: Role;
  stateCode: string | null;
  access: Access;
  isSample: boolean;
  lastSignInAt: Date | null;
};

const access = sql<Access>`case when not ${users.isActive} then 'disabled' when ${users.passwordHash} is null then 'invited' else 'active' end`;
const name = inAnyOrder(users.name);
const roleList = sql.join(
  roles.map((role) => sql`${role}`),
  sql`, `,
);

const keys: Record<UserSort, SQL> = {
  name,
  role: sql`array_position(array[${roleList}]::text[], ${users.role})`,
  access: sql`array_position(array['active', 'invited', 'disabled'], ${access})`,
  signedIn: sql`${users.lastSignInAt}`,
};

/** All accounts. */
export const listUsers = defineQuery({
  name: "user.list",
  permission: "user.read",
  input: UserListInput,
  run: async ({ db, actor, input }): Promise<{ users: UserRow[]; can: { add: boolean } }> => {
    const direction = input.direction === "desc" ? sql`desc nulls last` : sql`asc nulls last`;
    const rows = await db
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        role: users.role,
        stateCode: memberStates.code,
        access,
        isSample: users.isSample,
        lastSignInAt: users.lastSignInAt,
      })
      .from(users)
      .leftJoin(memberStates, eq(memberStates.id, users.memberStateId))
      .orderBy(sql`${keys[input.key]} ${direction}`, name, users.id);
    return { users: rows, can: { add: can(actor, "user.create") } };
  },
});
