import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActButton } from "@/components/form/act-button";
import { BilingualText, FreeText, ProperName } from "@/components/ui/bilingual-text";
import { ButtonLink } from "@/components/ui/button";
import { takeBackReport } from "@/features/activities/actions";
import type { EntryPage } from "@/features/activities/server/get-entry";
import { formatInstant } from "@/i18n/format";

type Update = EntryPage["updates"][number];
type Props = { update: Update; entryId: number };

/** What its author can do with an update and until when, and the words before a correction. */
export async function OwnUpdate({ update, entryId }: Props) {
  return (
    <>
      {update.former.map((former) => (
        <FormerWords key={former.at} former={former} />
      ))}
      {update.correctableUntil && (
        <OwnActs
          updateId={update.id}
          entryId={entryId}
          until={update.correctableUntil}
          isState={update.state !== null}
        />
      )}
    </>
  );
}

type Acts = { updateId: number; entryId: number; until: Date; isState: boolean };

async function OwnActs({ updateId, entryId, until, isState }: Acts) {
  const t = await getTranslations("activity.correctUpdate");
  const locale = await getLocale();
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      {!isState && (
        <ButtonLink href={`/activities/${entryId}/updates/${updateId}` as Route} look="quiet">
          {t("correct")}
        </ButtonLink>
      )}
      <ActButton
        fields={{ updateId, entryId }}
        action={takeBackReport}
        label={t("takeBack")}
        look="quiet"
        question={t("confirmTakeBack")}
      />
      <span className="text-ink-2 text-xs">{t("until", { when: formatInstant(until, locale) })}</span>
    </div>
  );
}

async function FormerWords({ former }: { former: Update["former"][number] }) {
  const t = await getTranslations("activity");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const words = { locale, notTranslatedLabel: ui("notYetTranslated") };
  const parts = [
    [t("issues"), former.issues],
    [t("nextSteps"), former.nextSteps],
    [t("decisionSought"), former.decisionSought],
  ] as const;
  return (
    <details className="text-ink-2">
      <summary className="link w-fit cursor-pointer text-xs">
        <span>{t("correctUpdate.corrected", { when: formatInstant(former.at, locale) })}</span>{" "}
        <ProperName>{former.byName}</ProperName>
      </summary>
      <p className="whitespace-pre-line">
        <BilingualText en={former.textEn} lo={former.textLo} {...words} />
      </p>
      {parts.map(
        ([label, text]) =>
          text && (
            <p key={label} className="whitespace-pre-line">
              <span>{`${label}: `}</span>
              <FreeText text={text} {...words} />
            </p>
          ),
      )}
    </details>
  );
}
