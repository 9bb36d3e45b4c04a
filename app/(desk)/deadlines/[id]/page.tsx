import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { type SearchParams, toParams } from "@/app/search-params";
import { DraftGuard } from "@/components/form/draft-guard";
import { PageBar, PageBody } from "@/components/shell/page-bar";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { edit } from "@/features/deadlines/actions";
import { deadlineAddress } from "@/features/deadlines/address";
import { MilestoneActs } from "@/features/deadlines/components/milestone-acts";
import { MilestoneFacts } from "@/features/deadlines/components/milestone-facts";
import { MilestoneForm } from "@/features/deadlines/components/milestone-form";
import { milestoneFormProps } from "@/features/deadlines/components/milestone-form-props";
import { MovesCard } from "@/features/deadlines/components/moves-card";
import { getMilestone, type MilestonePage } from "@/features/deadlines/server/get-milestone";
import { listAnchors } from "@/features/deadlines/server/list-anchors";
import type { Context } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../to-not-found";

type Params = Promise<{ id: string }>;

async function milestoneOf(context: Context, params: Params) {
  return getMilestone(context, { milestoneId: await rowIdOf(params) }).catch(toNotFound);
}

const titleOf = ({ milestone: { titleEn, titleLo } }: MilestonePage, locale: "en" | "lo") =>
  (locale === "lo" ? (titleLo ?? titleEn) : (titleEn ?? titleLo)) ?? "";

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const context = await pageContext();
  return { title: titleOf(await milestoneOf(context, params), context.locale) };
}

export default async function DeadlinePage({ params, searchParams }: { params: Params; searchParams: SearchParams }) {
  const context = await pageContext();
  const { saved } = deadlineAddress.read(toParams(await searchParams));
  const page = await milestoneOf(context, params);
  const t = await getTranslations("deadlines");
  const { id, entryId, meetingId } = page.milestone;
  const title = titleOf(page, context.locale);
  const back = (entryId === null ? `/meetings/${meetingId}` : `/activities/${entryId}`) as Route;
  const person = String(context.actor.userId);
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/deadlines" }, { label: title }]} />
      <DraftGuard person={person} saved={saved === "edit" ? `deadline:${id}` : undefined} />
      <PageBody narrow>
        {saved && <Banner tone="result">{t(`saved.${saved}`)}</Banner>}
        <PageHeader title={title} actions={page.can.write && <MilestoneActs milestone={page.milestone} />} />
        <MilestoneFacts page={page} />
        <MovesCard moves={page.moves} />
        {page.can.write && (
          <Card id="edit" title={t("editTitle")}>
            <MilestoneForm
              {...(await milestoneFormProps(entryId === null ? null : await listAnchors(context, {})))}
              action={edit}
              initial={{ ...page.fields, milestoneId: String(id) }}
              person={person}
              form={`deadline:${id}`}
              href={`/deadlines/${id}` as Route}
              backHref={back}
            />
          </Card>
        )}
      </PageBody>
    </>
  );
}
