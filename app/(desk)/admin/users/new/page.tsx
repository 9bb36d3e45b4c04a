import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import { add } from "@/features/users/actions";
import { AddUserForm } from "@/features/users/components/add-user-form";
import { RoleGuide } from "@/features/users/components/role-guide";
import { linkLabels, userFormWords } from "@/features/users/components/user-words";
import { getAccount } from "@/features/users/server/get-account";
import { listStates } from "@/features/users/server/list-states";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("users"))("newTitle") };
}

export default async function NewUserPage() {
  const context = await pageContext();
  if (!(await getAccount(context, {})).can.canManageUsers) notFound();
  const t = await getTranslations("users");
  const words = await userFormWords(await listStates(context, {}));
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/admin/users" }, { label: t("newTitle") }]} />
      <PageBody narrow>
        <PageHeader title={t("newTitle")} size="lg" />
        <AddUserForm
          {...words}
          action={add}
          person={String(context.actor.userId)}
          labels={{
            ...words.labels,
            ...(await linkLabels()),
            title: t("newTitle"),
            toUser: t("link.toUser"),
            another: t("link.another"),
            save: t("newSubmit"),
          }}
        />
        <RoleGuide />
      </PageBody>
    </>
  );
}
