import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActButton } from "@/components/form/act-button";
import type { FormServerAction } from "@/components/form/use-action-form";
import { ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/i18n/format";
import type { Access } from "../server/lib/access";
import { EndsSoon } from "./ends-soon";
import { FactLine, LastUse } from "./last-use";

/** An action with the fields of its form. */
type Act = { action: FormServerAction; fields: Readonly<Record<string, string | number>> };

type Props = {
  access: Access;
  /** Actions that end one of them, or all. */
  ends: { key: (id: number) => Act; calendar: (id: number) => Act; all: Act };
  /** Text above the list. */
  children?: ReactNode;
};

/** Keys and calendar addresses of a person, each with its last use and a button that ends it. */
export async function AccessCard({ access: { keys, calendars }, ends, children }: Props) {
  const t = await getTranslations("account.access");
  const isNone = keys.length + calendars.length === 0;
  return (
    <Card id="access" title={t("title")} meta={t("intro")}>
      {children}
      {isNone ? (
        <p className="text-ink-2 text-sm">{t("none")}</p>
      ) : (
        <>
          <ul>
            {keys.map((key) => (
              <KeyLine key={key.id} row={key} act={ends.key(key.id)} />
            ))}
            {calendars.map((calendar) => (
              <CalendarLine key={calendar.id} row={calendar} act={ends.calendar(calendar.id)} />
            ))}
          </ul>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-3 pb-1">
            <ActButton {...ends.all} label={t("all")} look="danger" question={t("question")} />
            <span className="text-ink-2 text-xs">{t("allHint")}</span>
          </div>
        </>
      )}
    </Card>
  );
}

async function KeyLine({ row, act }: { row: Access["keys"][number]; act: Act }) {
  const t = await getTranslations("account.access");
  const keys = await getTranslations("api.keys");
  const expires = t("expires", { when: formatInstant(row.expiresAt, await getLocale()) });
  const facts = [t("key"), keys(`scopes.${row.scope}`), expires, ...(await factsOf(row))];
  return (
    <Line facts={facts} button={<ActButton {...act} label={t("end")} spoken={t("endKey", { name: row.name })} />}>
      <ProperName>{row.name}</ProperName> <EndsSoon daysLeft={row.daysLeft} />
    </Line>
  );
}

async function CalendarLine({ row, act }: { row: Access["calendars"][number]; act: Act }) {
  const t = await getTranslations("account.access");
  const ui = await getTranslations("ui");
  const when = formatInstant(row.createdAt, await getLocale());
  const facts = [ui(`language.${row.locale}`), ...(await factsOf(row))];
  return (
    <Line facts={facts} button={<ActButton {...act} label={t("end")} spoken={t("endCalendar", { when })} />}>
      {t("calendar")}
    </Line>
  );
}

type Used = { createdAt: Date; lastUsedAt: Date | null; lastUsedAddress: string | null };

async function factsOf({ createdAt, ...use }: Used): Promise<ReactNode[]> {
  const t = await getTranslations("account.access");
  const made = t("made", { when: formatInstant(createdAt, await getLocale()) });
  return [made, <LastUse key="use" lastUsedAt={use.lastUsedAt} lastUsedAddress={use.lastUsedAddress} />];
}

function Line({ facts, button, children }: { facts: readonly ReactNode[]; button: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center justify-between gap-x-4 gap-y-1.5 border-line border-b py-2 text-sm max-sm:flex-wrap">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2 font-medium">{children}</span>
        <FactLine facts={facts} />
      </span>
      {button}
    </li>
  );
}
