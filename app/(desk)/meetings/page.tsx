import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Plus } from "@/components/ui/icons";
import { MeetingsTable } from "@/features/meetings/components/meetings-table";
import { listMeetings } from "@/features/meetings/server/list-meetings";
import { titleTranslations } from "@/i18n/page-title";
import { pageContext } from "@/server/request/request-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await titleTranslations("meetings"))("title") };
}

export default async function MeetingsPage() {
  const context = await pageContext();
  const { meetings, can } = await listMeetings(context, {});
  const t = await getTranslations("meetings");
  const compare = await getTranslations("compare");
  const asOf = await getTranslations("as-of");
  const codes = [...new Set(meetings.map(({ cycleCode }) => cycleCode))];
  return (
    <>
      <PageBar title={t("title")} />
      <PageBody>
        <div className="flex flex-wrap items-center gap-2.5">
          <p className="min-w-0 flex-1 text-ink-2 text-sm">{t("intro")}</p>
          <ButtonLink href="/meetings/compare">{compare("title")}</ButtonLink>
          <ButtonLink href="/as-of">{asOf("link")}</ButtonLink>
          {can.create && (
            <ButtonLink href="/meetings/new" look="primary" icon={<Plus aria-hidden className="size-4" />}>
              {t("new")}
            </ButtonLink>
          )}
        </div>
        <div id="rows" tabIndex={-1} className="flex flex-col gap-3.5 outline-none">
          {codes.map((code) => {
            const rows = meetings.filter(({ cycleCode }) => cycleCode === code);
            const [first] = rows;
            const name = (context.locale === "lo" ? first?.cycleLo : null) ?? first?.cycleEn;
            const title = name ? t("ofCycle", { name }) : t("noCycle");
            return (
              <Card key={code} title={title}>
                <MeetingsTable meetings={rows} label={`${t("title")}: ${title}`} />
              </Card>
            );
          })}
        </div>
      </PageBody>
    </>
  );
}
