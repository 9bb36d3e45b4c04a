import { getLocale, getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { ProperName } from "@/components/ui/bilingual-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/i18n/format";
import type { FormState } from "@/server/action";
import type { OwnSession } from "../server/list-own-sessions";
import { ActButton } from "./act-button";
import { FactLine } from "./last-use";

type Props = {
  sessions: readonly OwnSession[];
  endOne: (state: FormState, form: FormData) => Promise<FormState>;
  signOutAll: (form: FormData) => Promise<void>;
};

/** Open sessions of the person, each with a button that ends it, and one for all. */
export async function SessionsCard({ sessions, endOne, signOutAll }: Props) {
  const t = await getTranslations("account.sessions");
  return (
    <Card id="sessions" title={t("title")} meta={t("intro")}>
      <ul>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} endOne={endOne} />
        ))}
      </ul>
      <form action={signOutAll} className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-3 pb-1">
        <Button type="submit" look="danger">
          {t("everywhere")}
        </Button>
        <span className="text-ink-2 text-xs">{t("everywhereHint")}</span>
      </form>
    </Card>
  );
}

async function SessionLine({ session, endOne }: { session: OwnSession; endOne: Props["endOne"] }) {
  const t = await getTranslations("account.sessions");
  const locale = await getLocale();
  const { browser, system } = session.device;
  const device = browser && system ? t("on", { browser, system }) : (browser ?? system ?? t("unknown"));
  const seen = formatInstant(session.seenAt, locale);
  const facts = [
    `${t("seen")} ${seen}`,
    `${t("started")} ${formatInstant(session.startedAt, locale)}`,
    <Fragment key="address">
      <span>{t("address")}</span>{" "}
      {session.address ? <ProperName>{session.address}</ProperName> : <span>{t("noAddress")}</span>}
    </Fragment>,
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-line border-b py-2 text-sm">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          <span translate={browser || system ? "no" : undefined}>{device}</span>
          {session.isThis && <span className="rounded-sm bg-accent-soft px-1.5 text-accent text-xs">{t("this")}</span>}
        </span>
        <FactLine facts={facts} />
      </span>
      {!session.isThis && (
        <ActButton
          action={endOne}
          name="sessionId"
          value={session.id}
          label={t("end")}
          fullLabel={t("endLabel", { device, seen })}
        />
      )}
    </li>
  );
}
