import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BilingualText } from "@/components/ui/bilingual-text";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Count } from "@/components/ui/count";
import { type Option, SelectField, TextField } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { SampleMark } from "@/components/ui/marks";
import { StageBadge } from "@/components/ui/stage-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import { carryOverActions } from "@/domain/carry-over";
import {
  type CarryOverChoice,
  type CarryOverQuery,
  carryOverChoices,
  carryOverPreviewAddress,
} from "../carry-over-address";
import type { CarryOverPage } from "../server/get-carry-over";

type Row = CarryOverPage["rows"][number];
type Props = { planId: number; page: CarryOverPage; query: CarryOverQuery };

/** Chooses the action for each unfinished entry: a GET form whose address is the preview. */
export async function CarryOverForm({ planId, page, query }: Props) {
  const t = await getTranslations("years.carryOver");
  const years = await getTranslations("years");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const { rows, target, targets, total, receivers, approvals } = page;
  const choices = carryOverChoices(query);
  const codes = [...new Set(receivers.map(({ code }) => code))];
  return (
    <form action={carryOverPreviewAddress.href({}, { id: planId })} className="flex flex-col gap-3.5">
      <Card>
        {target ? (
          <SelectField
            name="to"
            label={t("to")}
            hint={t("toHint")}
            options={targets.map(({ id, en, lo }) => optionOf(id, locale === "lo" ? lo : en, en))}
            defaultValue={String(target.id)}
          />
        ) : (
          <p className="text-sm">
            <span>{t("noTarget")}</span>{" "}
            <Link href="/plans/new" className="link">
              {t("newPlan")}
            </Link>
          </p>
        )}
      </Card>
      <datalist id="receivers">
        {codes.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <Card id="unfinished" title={t("unfinished")} meta={<Count value={total} />}>
        <p className="text-ink-2 text-sm">
          <span>{t("intoHint")}</span> {approvals.length > 0 && <span>{t("byHint")}</span>}
        </p>
        <SelectField
          name="all"
          label={t("all")}
          hint={t("allHint")}
          placeholder={ui("choose")}
          options={carryOverActions
            .filter((action) => action !== "leave" && action !== "merge")
            .map((value) => ({ value, label: years(`settlement.${value}`) }))}
          defaultValue={query.all ?? ""}
          className="mt-2 max-w-sm"
        />
        <ul className="flex flex-col">
          {rows.map((row) => (
            <li key={row.id} className="border-line border-b py-3 last:border-b-0">
              <EntryChoice
                row={row}
                isPicked={query.pick.has(row.id)}
                choice={choices.find(({ entryId }) => entryId === row.id)}
                approvals={approvals.filter(({ entryId }) => entryId === row.id)}
              />
            </li>
          ))}
        </ul>
        {total > rows.length && <p className="text-ink-2 text-sm">{t("more", { count: total - rows.length })}</p>}
      </Card>
      <div className="flex gap-2">
        <Button type="submit" look="primary">
          {t("preview")}
        </Button>
        <ButtonLink href={`/plans/${planId}` as Route} look="quiet">
          {ui("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

function optionOf(id: number, own: string | null, en: string): Option {
  return { value: String(id), label: own ?? en, lang: own ? undefined : "en" };
}

type ChoiceProps = {
  row: Row;
  isPicked: boolean;
  choice: CarryOverChoice | undefined;
  approvals: CarryOverPage["approvals"];
};

async function EntryChoice({ row, isPicked, choice, approvals }: ChoiceProps) {
  const t = await getTranslations("years");
  const cited = approvals.map(({ id, meeting }) => ({ value: String(id), label: meeting }));
  return (
    <fieldset className="grid items-start gap-x-3.5 gap-y-2 sm:grid-cols-3">
      <legend className="mb-1 text-sm">
        <span className="flex items-start gap-2.5">
          <input
            type="checkbox"
            name={`pick.${row.id}`}
            value="1"
            defaultChecked={isPicked}
            aria-label={t("carryOver.pick", { code: row.code })}
            className="mt-1 size-4 shrink-0"
          />
          <EntryHead row={row} />
        </span>
      </legend>
      <SelectField
        name={`do.${row.id}`}
        label={t("carryOver.choice")}
        options={carryOverActions.map((value) => ({ value, label: t(`settlement.${value}`) }))}
        defaultValue={choice?.action ?? "leave"}
      />
      <TextField
        name={`into.${row.id}`}
        label={t("carryOver.into")}
        list="receivers"
        maxLength={60}
        defaultValue={choice?.into ?? ""}
      />
      {cited.length > 0 && (
        <SelectField
          name={`by.${row.id}`}
          label={t("carryOver.by")}
          placeholder={t("carryOver.byNone")}
          options={cited}
          defaultValue={String(choice?.by ?? "")}
        />
      )}
    </fieldset>
  );
}

/** The entry's activity, with its stage and status. */
export async function EntryHead({ row }: { row: Row }) {
  const t = await getTranslations("years.carryOver");
  const ui = await getTranslations("ui");
  const terms = await getTranslations("terms");
  const locale = await getLocale();
  return (
    <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
      <span className="text-ink-2">{row.code}</span>
      <Link href={`/activities/${row.id}` as Route} className="link font-medium">
        <BilingualText en={row.titleEn} lo={row.titleLo} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />
      </Link>
      {row.isSample && <SampleMark label={ui("sample")} title={ui("sampleHint")} />}
      {row.stage && <StageBadge stage={row.stage} label={terms(`stage.${row.stage}`)} />}
      {row.status && <StatusBadge status={row.status} label={terms(`status.${row.status}`)} />}
      {row.phase && <span className="text-ink-2">{t("phase", { phase: row.phase })}</span>}
      {row.isInTarget && <span className="text-warn">{t("inTarget")}</span>}
    </span>
  );
}
