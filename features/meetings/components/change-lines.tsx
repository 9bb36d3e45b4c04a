import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ProperName } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import type { Change } from "@/domain/comparison";
import { hasLao } from "@/domain/lao-text";
import { formatDay } from "@/i18n/format";
import type { ComparedEntry } from "../server/compare-moments";

/**
 * The changes of one activity, each on a line: the kind of change, then the old and the new value.
 */
export async function ChangeLines({ entry }: { entry: ComparedEntry }) {
  const t = await getTranslations("compare");
  return (
    <ul className="flex flex-col gap-0.5">
      {entry.decisions.map((decision, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <Line key={index} kind={t("kind.decided")}>
          <Link href={`/meetings/${decision.meetingId}` as Route} className="link">
            <ProperName>{decision.meeting}</ProperName>
          </Link>{" "}
          <span lang={hasLao(decision.verbPrinted) ? "lo" : "en"}>{decision.verbPrinted}</span>
        </Line>
      ))}
      {entry.changes.map((change) => (
        <Line key={JSON.stringify(change)} kind={change.kind === "new" ? null : t(`kind.${change.kind}`)}>
          <Told change={change} />
        </Line>
      ))}
    </ul>
  );
}

function Line({ kind, children }: { kind: string | null; children: ReactNode }) {
  return (
    <li>
      {kind && <span className="text-ink-2">{`${kind}:`}</span>} <span>{children}</span>
    </li>
  );
}

async function Told({ change }: { change: Change }) {
  const t = await getTranslations("compare.change");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  switch (change.kind) {
    case "new":
      return t("new");
    case "dropped":
      return t(`dropped.${change.by}`);
    case "stage":
      return t("step", {
        from: change.from ? terms(`stage.${change.from}`) : t("none"),
        to: change.to ? terms(`stage.${change.to}`) : t("none"),
      });
    case "status":
      return t("step", {
        from: change.from ? terms(`status.${change.from}`) : t("none"),
        to: change.to ? terms(`status.${change.to}`) : t("none"),
      });
    case "dates": {
      const { which, from, to, days } = change;
      const dayText = (day: string | null) => (day ? formatDay(day, locale) : t("none"));
      const moved = days === null ? "" : ` (${days > 0 ? t("slipped", { days }) : t("forward", { days: -days })})`;
      return `${t(which)} ${t("step", { from: dayText(from), to: dayText(to) })}${moved}`;
    }
    case "responsible": {
      const named = (all: readonly string[]) =>
        all.length > 0 ? <ProperName>{all.join(", ")}</ProperName> : t("nobody");
      return (
        <>
          <span>{named(change.from)}</span> → <span>{named(change.to)}</span>
        </>
      );
    }
  }
}
