import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

type Props = { title: string; children: ReactNode; action: { href: Route; label: string } };

/** Explains why a page is not shown, with one way on. For use inside the desk's frame. */
export function StatusPanel({ title, children, action }: Props) {
  return (
    <EmptyState
      heading="h1"
      title={title}
      className="py-16"
      actions={<ButtonLink href={action.href}>{action.label}</ButtonLink>}
    >
      {children}
    </EmptyState>
  );
}

/** The same as a whole document, for places without a frame. */
export async function StatusPage(props: Props) {
  const t = await getTranslations("shell");
  return (
    <main className="mx-auto flex min-h-dvh max-w-3xl flex-col px-5 py-6">
      <p className="flex items-center gap-2 font-semibold text-md">
        {/* biome-ignore lint/performance/noImgElement: 600 bytes, and in every page, unseen */}
        <img src="/icon.svg" alt="" width="30" height="30" />
        <span>{t("product")}</span>
      </p>
      <div className="flex flex-1 flex-col justify-center pb-20">
        <StatusPanel {...props} />
      </div>
    </main>
  );
}
