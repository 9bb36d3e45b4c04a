import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { RoundRow } from "@/features/rounds/server/list-rounds";
import { formatDay } from "@/i18n/format";

/** Rounds of one meeting, each with its state and due date. */
export async function RoundLinks({ rounds }: { rounds: readonly RoundRow[] }) {
  const t = await getTranslations("rounds");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {rounds.map(({ id, state, dueOn }) => (
        <li key={id}>
          <Link
            href={`/rounds/${id}` as Route}
            className="link"
          >{`${t("one")}, ${t("dueOnDay", { day: formatDay(dueOn, locale) })}`}</Link>{" "}
          <span className="text-ink-2 text-xs">{terms(`roundState.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
