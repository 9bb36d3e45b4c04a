import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { Link } from "@/components/ui/link";
import { DashedMark } from "@/components/ui/marks";
import { StateCode } from "@/components/ui/state-code";
import { formatDay } from "@/i18n/format";
import { statesAddress } from "../address";
import type { StateShares } from "../server/list-state-shares";

type State = StateShares["states"][number];
type Props = { page: StateShares; ownState: string | null };

/**
 * Each member state with the number of its shares and of those that are silent, linked to its list.
 */
export async function StatesSummary({ page, ownState }: Props) {
  const t = await getTranslations("states");
  const activity = await getTranslations("activity");
  const locale = await getLocale();
  const members = page.states.filter(({ isMember }) => isMember);
  const day = formatDay(page.plan.endsOn, locale);
  return (
    <Card id="by-state" title={t("summary")} meta={activity("membersOn", { count: members.length, day })}>
      <ul className="grid grid-cols-2 gap-2 max-[22rem]:grid-cols-1 md:grid-cols-3 xl:grid-cols-5">
        {page.states.map((state) => (
          <Item key={state.code} state={state} page={page} isOwn={state.code === ownState} />
        ))}
      </ul>
    </Card>
  );
}

async function Item({ state, page, isOwn }: { state: State; page: StateShares; isOwn: boolean }) {
  const t = await getTranslations("states");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const isChosen = page.chosen?.code === state.code;
  return (
    <li
      className={classes(
        "flex flex-col gap-0.5 rounded-lg border px-2.5 py-2 text-xs",
        isChosen ? "border-2 border-accent" : state.silent > 0 ? "border-line-strong border-dashed" : "border-line",
      )}
    >
      <span className="flex items-center gap-1.5 font-medium text-sm">
        <StateCode code={state.code} own={isOwn} />
        <Link
          href={statesAddress.href({ state: state.code }, { id: page.plan.id })}
          aria-current={isChosen ? "true" : undefined}
          className="link inline-flex min-h-6 items-center max-sm:min-h-10"
        >
          <BilingualText en={state.en} lo={state.lo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
        </Link>
      </span>
      {!state.isMember && <DashedMark label={t("notMember")} className="whitespace-normal" />}
      <span>{t("sharesOf", { count: state.shares })}</span>
      {state.shares > 0 && state.open === 0 && <span className="text-ink-2">{t("closedOf")}</span>}
      {state.open > 0 && <Told state={state} />}
    </li>
  );
}

async function Told({ state }: { state: State }) {
  const t = await getTranslations("states");
  return (
    <>
      {state.never > 0 && <span className="text-ink-2">{t("neverOf", { count: state.never })}</span>}
      <span className={state.silent > 0 ? "font-medium" : "text-ink-2"}>{t("silentOf", { count: state.silent })}</span>
    </>
  );
}
