import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { StateCode } from "@/components/ui/state-code";
import { formatImpreciseDays } from "@/i18n/format";
import type { MeetingPage } from "../server/get-meeting";

type Named = { code: string; en: string; lo: string | null };

/**
 * Days, place, host and chair of the meeting. Host and chair are different, and neither is the
 * chair of ASEAN.
 */
export async function MeetingFacts({ page }: { page: MeetingPage }) {
  const t = await getTranslations("meetings");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const { meeting, body, cycle, partner, host, chair } = page;
  const named = ({ en, lo }: Omit<Named, "code">) => <BilingualText en={en} lo={lo} {...words} />;
  const state = (one: Named) => (
    <span className="inline-flex items-center gap-1.5">
      <StateCode code={one.code} />
      <BilingualText en={one.en} lo={one.lo} {...words} />
    </span>
  );
  const items = [
    { term: t("days"), value: formatImpreciseDays(meeting, locale) },
    (meeting.placeEn || meeting.placeLo) && {
      term: t("place"),
      value: <BilingualText en={meeting.placeEn} lo={meeting.placeLo} {...words} />,
    },
    host && { term: t("host"), value: state(host) },
    (chair || meeting.chairName) && {
      term: t("chair"),
      value: (
        <span className="flex flex-wrap items-center gap-1.5">
          {chair && <span>{state(chair)}</span>}
          {meeting.chairName && <ProperName>{meeting.chairName}</ProperName>}
        </span>
      ),
    },
    (meeting.themeEn || meeting.themeLo) && {
      term: t("theme"),
      value: <BilingualText en={meeting.themeEn} lo={meeting.themeLo} {...words} />,
    },
    page.delegates.length > 0 && { term: t("delegation"), value: <Delegates page={page} /> },
    { term: t("body"), value: named(body) },
    partner && {
      term: terms("noun.partner"),
      value: (
        <Link href={`/partners/${partner.id}` as Route} className="link">
          {named(partner)}
        </Link>
      ),
    },
    cycle && { term: t("cycle"), value: named(cycle) },
  ];
  return (
    <Card id="facts" title={t("facts")}>
      <DescriptionList items={items.filter((item) => item !== null && item !== "" && typeof item === "object")} />
    </Card>
  );
}

async function Delegates({ page: { delegates } }: { page: MeetingPage }) {
  const t = await getTranslations("meetings");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  return (
    <ul className="flex flex-col gap-1">
      {delegates.map(({ id, state, nameEn, nameLo, officeEn, officeLo, isHead }) => (
        <li key={id}>
          <StateCode code={state} />{" "}
          <ProperName>{(locale === "lo" ? (nameLo ?? nameEn) : (nameEn ?? nameLo)) ?? ""}</ProperName>
          {isHead && <span>{` (${t("head")})`}</span>}
          <span className="block text-ink-2 text-xs">
            <BilingualText en={officeEn} lo={officeLo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
          </span>
        </li>
      ))}
    </ul>
  );
}
