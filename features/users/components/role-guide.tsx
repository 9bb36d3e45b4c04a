import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { roles } from "@/domain/roles";

/** Permissions of each role, in one sentence each. */
export async function RoleGuide() {
  const t = await getTranslations("users.roles");
  const terms = await getTranslations("terms");
  const items = roles.map((role) => ({ term: terms(`role.${role}`), value: t(role) }));
  return (
    <Card title={t("title")}>
      <DescriptionList items={items} />
    </Card>
  );
}
