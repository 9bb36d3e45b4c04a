import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { DayForm } from "@/features/meetings/components/day-form";
import { MomentsCard } from "@/features/meetings/components/moments-card";
import { listMeetings } from "@/features/meetings/server/list-meetings";
import { titleTranslations } from "@/i18n/page-title";
import { today } from "@/server/context";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("as-of"))("title") };
}

/** Chooses a past moment; any page of the register then has it in its address. */
export default async function AsOfPage() {
  const context = await pageContext();
  const { meetings } = await listMeetings(context, {});
  const t = await getTranslations("as-of");
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody narrow>
        <p className="text-ink-2 text-sm">{t("lead")}</p>
        <DayForm before={today(context)} />
        <MomentsCard meetings={meetings.filter(({ lastOn }) => lastOn !== null && lastOn < today(context))} />
      </PageBody>
    </>
  );
}
