import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActButton } from "@/components/form/act-button";
import { BilingualText } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StageBadge } from "@/components/ui/stage-badge";
import { EmptyState } from "@/components/ui/states";
import { copyItems, moveItem, removeItem, takeEntry } from "../actions";
import { agendaAddress, decideAddress } from "../address";
import type { MeetingPage } from "../server/get-meeting";
import { NewItem } from "./new-item";
import { pointName } from "./point-options";

type Item = MeetingPage["agenda"][number];
/** Renders the documents of an agenda item; they belong to another feature. */
type PapersOf = (itemId: number) => ReactNode;

/** The agenda items with their entries, and the actions that the reader may take on each. */
export async function AgendaCard({ page, papersOf }: { page: MeetingPage; papersOf: PapersOf }) {
  const { agenda, can, meeting } = page;
  const t = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  return (
    <Card id="agenda" title={t("agenda")} meta={agenda.length > 0 && <Count value={agenda.length} />}>
      {meeting.state === "open" && can.decide && agenda.some(({ entries }) => entries.length > 1) && (
        <ButtonLink href={`/meetings/${meeting.id}/decisions` as Route} className="w-fit">
          {t("many.open")}
        </ButtonLink>
      )}
      {agenda.length === 0 && <EmptyState title={t("noAgenda")}>{can.agenda && t("noAgendaHint")}</EmptyState>}
      <ol className="flex flex-col divide-y divide-line">
        {agenda.map((item, index) => (
          <AgendaItem
            key={item.id}
            item={item}
            page={page}
            papers={papersOf(item.id)}
            ways={[...(index > 0 ? (["up"] as const) : []), ...(index < agenda.length - 1 ? (["down"] as const) : [])]}
          />
        ))}
      </ol>
      {page.copiesFrom && (
        <ActButton
          action={copyItems}
          fields={{ meetingId: meeting.id }}
          label={t("copyAgenda", { code: page.copiesFrom.code })}
        />
      )}
      {can.agenda && (
        <NewItem
          meetingId={meeting.id}
          labels={{
            title: t("addItem"),
            no: t("itemNo"),
            titleEn: t("itemTitleEn"),
            titleLo: t("itemTitleLo"),
            submit: t("addItemSubmit"),
            busy: ui("saving"),
          }}
        />
      )}
    </Card>
  );
}

type ItemProps = {
  item: Item;
  page: MeetingPage;
  papers: ReactNode;
  /** Where it can move. */
  ways: readonly ("up" | "down")[];
};

async function AgendaItem({ item, page: { can, meeting }, papers, ways }: ItemProps) {
  const t = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { id, entries } = item;
  const name = pointName(item, locale).label;
  const isDecided = meeting.state === "open" && can.decide;
  return (
    <li className="flex flex-col gap-1.5 py-2.5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-48 font-medium text-sm">
          {item.no && <span className="mr-2 text-ink-2">{item.no}</span>}
          <BilingualText
            en={item.titleEn}
            lo={item.titleLo}
            locale={locale}
            notTranslatedLabel={ui("notYetTranslated")}
          />
        </h3>
        {can.agenda && (
          <span className="flex flex-wrap items-center gap-1 print:hidden">
            {ways.map((to) => (
              <ActButton
                key={to}
                action={moveItem}
                fields={{ itemId: id, to }}
                look="quiet"
                label={t(`move.${to}`)}
                spoken={t(`moveSpoken.${to}`, { no: name })}
              />
            ))}
            <ButtonLink
              href={agendaAddress.href({ item: id }, { id: meeting.id })}
              look="quiet"
              aria-label={t("putSpoken", { item: name })}
            >
              {t("put")}
            </ButtonLink>
            <ActButton
              action={removeItem}
              fields={{ itemId: id }}
              look="quiet"
              label={t("removeItem")}
              spoken={t("removeItemSpoken", { item: name })}
            />
          </span>
        )}
      </div>
      {papers}
      {entries.length === 0 && <p className="text-ink-2 text-sm">{t("noEntriesHere")}</p>}
      <ul className="flex flex-col gap-1">
        {entries.map((entry) => (
          <AgendaEntry
            key={entry.id}
            entry={entry}
            itemName={name}
            canTake={can.agenda}
            decideAt={isDecided ? meeting.id : null}
          />
        ))}
      </ul>
    </li>
  );
}

type EntryProps = {
  entry: Item["entries"][number];
  itemName: string;
  canTake: boolean;
  /** The open meeting for which a decision on the entry can be recorded; null if there is none. */
  decideAt: number | null;
};

async function AgendaEntry({ entry, itemName, canTake, decideAt }: EntryProps) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { id, code, stage, itemId } = entry;
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const canDecide = decideAt !== null && !entry.isPlanClosed && stage !== null && stage !== "draft";
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
      <span className="min-w-0 flex-1 basis-60">
        <Link href={`/activities/${id}` as Route} className="link">
          <span>{code}</span> <BilingualText en={entry.titleEn} lo={entry.titleLo} {...words} />
        </Link>{" "}
        <span className="text-ink-2 text-xs">
          <BilingualText en={entry.planEn} lo={entry.planLo} {...words} />
        </span>{" "}
        {entry.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      </span>
      {stage && <StageBadge stage={stage} label={terms(`stage.${stage}`)} />}
      {canDecide && (
        <ButtonLink
          href={decideAddress.href({ meeting: decideAt, item: itemId }, { id })}
          aria-label={t("decideSpoken", { code })}
        >
          {t("decide")}
        </ButtonLink>
      )}
      {canTake && (
        <ActButton
          action={takeEntry}
          fields={{ itemId, entryId: id }}
          look="quiet"
          label={t("take")}
          spoken={t("takeSpoken", { code, item: itemName })}
        />
      )}
    </li>
  );
}
