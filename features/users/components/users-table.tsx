import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProperName } from "@/components/ui/bilingual-text";
import { ArrowDown, ArrowUp } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StateCode } from "@/components/ui/state-code";
import { Table, Td, Th } from "@/components/ui/table";
import { formatInstant } from "@/i18n/format";
import { type UserOrder, type UserSort, userSortHref, userSorts } from "../address";
import type { UserRow } from "../server/list-users";

/** All accounts, sortable by their column heads. */
export async function UsersTable({ users, order }: { users: readonly UserRow[]; order: UserOrder }) {
  const t = await getTranslations("users");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          {userSorts.map((key) => (
            <Head key={key} sort={key} order={order} />
          ))}
        </tr>
      </thead>
      <tbody id="rows" tabIndex={-1} className="outline-none">
        {users.map((user) => (
          <UserLine key={user.id} user={user} />
        ))}
      </tbody>
    </Table>
  );
}

const onPhones: Record<UserSort, string> = { name: "", role: "", access: "", signedIn: "max-sm:hidden" };

async function Head({ sort, order }: { sort: UserSort; order: UserOrder }) {
  const t = await getTranslations("users");
  const name = t(`column.${sort}`);
  const Arrow = order.direction === "desc" ? ArrowDown : ArrowUp;
  const sorted = order.direction === "asc" ? "ascending" : "descending";
  return (
    <Th aria-sort={order.key === sort ? sorted : undefined} className={onPhones[sort]}>
      <Link
        href={userSortHref(order, sort)}
        title={t("sortBy", { name })}
        className="inline-flex min-h-6 items-center gap-1.5 hover:text-ink"
      >
        <span>{name}</span>
        {order.key === sort && <Arrow aria-hidden className="size-3.5 text-ink" />}
      </Link>
    </Th>
  );
}

async function UserLine({ user }: { user: UserRow }) {
  const t = await getTranslations("users");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <tr className={user.access === "disabled" ? "text-ink-2" : undefined}>
      <Th scope="row" className="align-top">
        <Link href={`/admin/users/${user.id}` as Route} className="link">
          <ProperName>{user.name}</ProperName>
        </Link>{" "}
        {user.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        <span translate="no" className="block break-all font-normal text-ink-2 text-xs">
          {user.email}
        </span>
      </Th>
      <Td className="align-top">
        <span className="flex flex-wrap items-center gap-1.5">
          <span>{terms(`role.${user.role}`)}</span>
          {user.stateCode && <StateCode code={user.stateCode} />}
        </span>
      </Td>
      <Td className="whitespace-nowrap align-top">{t(`access.${user.access}`)}</Td>
      <Td className="whitespace-nowrap align-top max-sm:hidden">
        {user.lastSignInAt ? formatInstant(user.lastSignInAt, locale) : t("never")}
      </Td>
    </tr>
  );
}
