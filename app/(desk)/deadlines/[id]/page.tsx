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
import { DeadlineActs } from "@/features/deadlines/components/deadline-acts";
import { DeadlineFacts } from "@/features/deadlines/components/deadline-facts";
import { DeadlineForm } from "@/features/deadlines/components/deadline-form";
import { deadlineFormProps } from "@/features/deadlines/components/deadline-form-props";
import { MovesCard } from "@/features/deadlines/components/moves-card";
import { type DeadlinePage, getDeadline } from "@/features/deadlines/server/get-deadline";
import { listAnchors } from "@/features/deadlines/server/list-anchors";
import type { Context } from "@/server/context";
import { pageContext } from "@/server/request/request-context";
import { rowIdOf, toNotFound } from "../../to-not-found";

type Params = Promise<{ id: string }>;

async function deadlineOf(context: Context, params: Params) {
  return getDeadline(context, { deadlineId: await rowIdOf(params) }).catch(toNotFound);
}

const titleOf = ({ deadline: { titleEn, titleLo } }: DeadlinePage, locale: "en" | "lo") =>
  (locale === "lo" ? (titleLo ?? titleEn) : (titleEn ?? titleLo)) ?? "";

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const context = await pageContext();
  return { title: titleOf(await deadlineOf(context, params), context.locale) };
}

export default async function OneDeadlinePage({
  params,
  searchParams,
}: {
  params: Params;
  searchParams: SearchParams;
}) {
  const context = await pageContext();
  const { saved } = deadlineAddress.read(toParams(await searchParams));
  const page = await deadlineOf(context, params);
  const t = await getTranslations("deadlines");
  const { id, entryId, meetingId } = page.deadline;
  const title = titleOf(page, context.locale);
  const back = (entryId === null ? `/meetings/${meetingId}` : `/activities/${entryId}`) as Route;
  const person = String(context.actor.userId);
  return (
    <>
      <PageBar crumbs={[{ label: t("title"), href: "/deadlines" }, { label: title }]} />
      <DraftGuard person={person} saved={saved === "edit" ? `deadline:${id}` : undefined} />
      <PageBody narrow>
        {saved && <Banner tone="result">{t(`saved.${saved}`)}</Banner>}
        <PageHeader title={title} actions={page.can.write && <DeadlineActs deadline={page.deadline} />} />
        <DeadlineFacts page={page} />
        <MovesCard moves={page.moves} />
        {page.can.write && (
          <Card id="edit" title={t("editTitle")}>
            <DeadlineForm
              {...(await deadlineFormProps(entryId === null ? null : await listAnchors(context, {})))}
              action={edit}
              initial={{ ...page.fields, deadlineId: String(id) }}
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
