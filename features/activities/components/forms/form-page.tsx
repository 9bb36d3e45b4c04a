import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { PageHeader } from "@/components/ui/page-header";

type Props = { title: string; code?: string; entryId?: number; lead?: ReactNode; children: ReactNode };

/** A page with a single form: links back at the top, one column below. */
export async function FormPage({ title, code, entryId, lead, children }: Props) {
  const t = await getTranslations("activities");
  const crumbs = [
    { label: t("title"), href: "/activities" as Route },
    ...(entryId ? [{ label: code ?? String(entryId), href: `/activities/${entryId}` as Route }] : []),
    { label: title },
  ];
  return (
    <>
      <PageBar crumbs={crumbs} />
      <PageBody narrow>
        <PageHeader title={title} size="lg">
          {lead}
        </PageHeader>
        {children}
      </PageBody>
    </>
  );
}
