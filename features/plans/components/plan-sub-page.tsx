import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";
import type { PlanPage } from "../server/get-plan";

type Props = { plan: PlanPage["plan"]; title: string; lead?: ReactNode; children: ReactNode };

/** A page about one plan, with a link back to the plan at the top. */
export async function PlanSubPage({ plan, title, lead, children }: Props) {
  const t = await getTranslations("plans");
  const name = ((await getLocale()) === "lo" && plan.lo) || plan.en;
  return (
    <>
      <PageBar
        crumbs={[
          { label: t("title"), href: "/plans" },
          { label: name, href: `/plans/${plan.id}` as Route },
          { label: title },
        ]}
      />
      <PageBody narrow>
        <PageHeader title={title} size="lg">
          {lead}
        </PageHeader>
        {children}
      </PageBody>
    </>
  );
}
