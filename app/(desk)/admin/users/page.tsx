import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { ButtonLink } from "@/components/ui/button";
import { usersAddress } from "@/features/users/address";
import { UsersTable } from "@/features/users/components/users-table";
import { listUsers } from "@/features/users/server/list-users";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";
import { toNotFound } from "./user-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("users"))("title") };
}

export default async function UsersPage({ searchParams }: { searchParams: SearchParams }) {
  const context = await pageContext();
  const { sort: order } = usersAddress.read(toParams(await searchParams));
  const { users, can } = await listUsers(context, order).catch(toNotFound);
  const t = await getTranslations("users");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-ink-2 text-sm">{t("intro")}</p>
          {can.add && (
            <ButtonLink href="/admin/users/new" look="primary">
              {t("add")}
            </ButtonLink>
          )}
        </div>
        <div className="rounded-xl border border-line bg-surface shadow-1">
          <UsersTable users={users} order={order} />
        </div>
      </PageBody>
    </>
  );
}
