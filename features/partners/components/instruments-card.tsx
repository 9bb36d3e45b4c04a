import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText, FreeText, ProperName } from "@/components/ui/bilingual-text";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/chip";
import { Count } from "@/components/ui/count";
import { Link } from "@/components/ui/link";
import { DashedMark, SampleMark } from "@/components/ui/marks";
import { formatValidity } from "@/i18n/format";
import type { PartnerPage } from "../server/get-partner";

type Instrument = PartnerPage["instruments"][number];

/** The instruments of ASEAN and the partner, each with its validity, state and source. */
export async function InstrumentsCard({ page: { instruments, partner, can } }: { page: PartnerPage }) {
  const t = await getTranslations("partners");
  return (
    <Card
      id="instruments"
      title={t("instruments")}
      meta={instruments.length > 0 && <Count value={instruments.length} />}
    >
      {instruments.length === 0 && <p className="py-1 text-ink-2 text-sm">{t("noInstruments")}</p>}
      <ul>
        {instruments.map((one) => (
          <Line
            key={one.id}
            instrument={one}
            editHref={can.write ? `/partners/${partner.id}/instruments/${one.id}` : null}
          />
        ))}
      </ul>
    </Card>
  );
}

async function Line({ instrument, editHref }: { instrument: Instrument; editHref: string | null }) {
  const t = await getTranslations("partners");
  const terms = await getTranslations("terms");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const isTranslation = locale === "lo" && instrument.nameLo !== null && instrument.loIsTranslation;
  return (
    <li className="border-line border-t py-2 text-sm first:border-t-0">
      <p className="font-medium">
        <BilingualText en={instrument.nameEn} lo={instrument.nameLo} {...words} />{" "}
        {isTranslation && <DashedMark label={ui("translation")} />}{" "}
        {instrument.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      </p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-xs">
        <Tag>{terms(`instrumentKind.${instrument.kind}`)}</Tag>
        <span className="text-ink">{formatValidity(instrument, locale)}</span>
        {instrument.isOver && <DashedMark label={t("over")} />}
        <span>{terms(`instrumentState.${instrument.state}`)}</span>
        {editHref && (
          <Link href={editHref as Route} className="link inline-flex min-h-6 items-center max-sm:min-h-10">
            <span>{t("edit")}</span>
            <span className="sr-only">
              {`: ${locale === "lo" ? (instrument.nameLo ?? instrument.nameEn) : instrument.nameEn}`}
            </span>
          </Link>
        )}
      </p>
      {(instrument.noteEn || instrument.noteLo) && (
        <p className="mt-0.5 text-ink-2">
          <BilingualText en={instrument.noteEn} lo={instrument.noteLo} {...words} />
        </p>
      )}
      {instrument.reference && (
        <p className="mt-0.5 text-ink-2 text-xs">
          <span>{t("reference")}</span>: <FreeText text={instrument.reference} {...words} />
        </p>
      )}
      <Sources instrument={instrument} />
    </li>
  );
}

async function Sources({ instrument: { sources } }: { instrument: Instrument }) {
  if (sources.length === 0) return null;
  const terms = await getTranslations("terms");
  return (
    <ul className="mt-0.5 text-ink-2 text-xs">
      {sources.map(({ title, publisher, address, language }) => (
        <li key={title}>
          <span>{`${terms("noun.source")}:`}</span>{" "}
          {address ? (
            <a href={address} lang={language} rel="noreferrer" className="link">
              {title}
            </a>
          ) : (
            <span lang={language}>{title}</span>
          )}
          {publisher && (
            <>
              {", "}
              <ProperName>{publisher}</ProperName>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
