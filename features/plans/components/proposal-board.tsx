import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Tag } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StageBadge } from "@/components/ui/stage-badge";
import { StateCode } from "@/components/ui/state-code";
import { formatNumber } from "@/i18n/format";
import { type BoardColumn, onBoard } from "../board-columns";
import type { PlanLine } from "../server/get-plan";

type Props = { lines: readonly PlanLine[]; ownState: string | null };

/**
 * The plan's proposals by stage: columns side by side on wide screens, one below the other on
 * phones.
 */
export async function ProposalBoard({ lines, ownState }: Props) {
  const t = await getTranslations("plans.board");
  const { columns, withoutStage } = onBoard(lines);
  return (
    <>
      <div className="grid items-start gap-2 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-7">
        {columns.map(({ name, lines }) => (
          <Column key={name} name={name} lines={lines} ownState={ownState} />
        ))}
      </div>
      {withoutStage > 0 && <p className="text-ink-2 text-xs">{t("withoutStage", { count: withoutStage })}</p>}
    </>
  );
}

async function Column({ name, lines, ownState }: Props & { name: BoardColumn }) {
  const t = await getTranslations("plans.board");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const headingId = `column-${name}`;
  return (
    <section aria-labelledby={headingId} className="min-w-0 rounded-xl border border-line bg-sunken p-2">
      <h2 id={headingId} className="flex flex-wrap items-baseline gap-x-2 font-semibold text-sm">
        {name === "aside" ? <span>{t("aside")}</span> : <StageBadge stage={name} label={terms(`stage.${name}`)} />}
        <span className="font-normal text-ink-2 text-xs">{formatNumber(lines.length, locale)}</span>
      </h2>
      {lines.length > 0 && (
        <ul className="mt-2 flex flex-col gap-2">
          {lines.map((line, index) => (
            <BoardCard
              key={line.id ?? `line-${index}`}
              line={line}
              isAside={name === "aside"}
              isOwn={line.stateCode !== null && line.stateCode === ownState}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One proposal. If the reader may not open it, only its title and proponent. */
async function BoardCard({ line, isAside, isOwn }: { line: PlanLine; isAside: boolean; isOwn: boolean }) {
  const ui = await getTranslations("ui");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const title = <BilingualText en={line.titleEn} lo={line.titleLo} {...words} />;
  return (
    <li className="flex flex-col gap-1 rounded-lg border border-line bg-surface px-2 py-1.5 text-sm">
      {(line.code || line.isSample) && (
        <span className="flex flex-wrap items-center gap-1.5 text-ink-2 text-xs">
          <span>{line.code}</span> {line.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
        </span>
      )}
      {line.id === null ? (
        title
      ) : (
        <Link href={`/activities/${line.id}` as Route} className="link">
          {title}
        </Link>
      )}
      <span className="inline-flex items-center gap-1.5 text-xs">
        {line.stateCode && <StateCode code={line.stateCode} own={isOwn} />}
        <BilingualText en={line.leadEn} lo={line.leadLo} {...words} />
      </span>
      {isAside && line.stage && (
        <StageBadge stage={line.stage} label={terms(`stage.${line.stage}`)} className="text-xs" />
      )}
      {line.priorities.map(({ kind, state }) => (
        <Tag
          key={kind}
          tone={state === "approved" ? "accent" : "plain"}
          className="self-start"
        >{`${terms(`priority.${kind}`)}: ${terms(`priorityState.${state}`)}`}</Tag>
      ))}
    </li>
  );
}
