import { getLocale, getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "@/components/ui/button";
import { DayField, type Option, SelectField, TextField } from "@/components/ui/field";
import { type AuditQuery, auditAddress, isNarrowed } from "../address";
import { auditActions, auditSubjects } from "../audit-codes";
import { auditWords } from "../audit-words";

type Props = { query: AuditQuery; people: readonly { id: number; name: string }[] };

/** The filters of the log as a plain GET form. */
export async function AuditFilters({ query, people }: Props) {
  const t = await getTranslations("audit");
  const words = auditWords(await getLocale());
  const option = (value: string, { text, lang }: { text: string; lang: string | null }): Option => ({
    value,
    label: text,
    lang: lang ?? undefined,
  });
  const persons = [
    { value: "nobody", label: t("nobody") },
    ...people.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  return (
    <form
      action="/admin/audit"
      aria-label={t("filters")}
      data-filters
      className="grid items-end gap-x-3 gap-y-2.5 rounded-xl border border-line bg-surface px-4 py-3 shadow-1 sm:grid-cols-2 lg:grid-cols-4"
    >
      <SelectField
        name="person"
        label={t("person")}
        placeholder={t("anybody")}
        options={withChosen(persons, query.person)}
        defaultValue={query.person ?? ""}
        translate="no"
      />
      <SelectField
        name="action"
        label={t("actionLabel")}
        placeholder={t("anyAction")}
        options={withChosen(
          auditActions.map((code) => option(code, words.action(code))),
          query.action,
        )}
        defaultValue={query.action ?? ""}
      />
      <SelectField
        name="subject"
        label={t("subjectLabel")}
        placeholder={t("anySubject")}
        options={withChosen(
          auditSubjects.map((code) => option(code, words.subject(code))),
          query.subject,
        )}
        defaultValue={query.subject ?? ""}
      />
      <TextField name="q" type="search" label={t("q")} defaultValue={query.q ?? ""} maxLength={100} />
      <DayField name="from" label={t("from")} defaultValue={query.from ?? ""} />
      <DayField name="to" label={t("to")} defaultValue={query.to ?? ""} />
      {query.id !== null && <input type="hidden" name="id" value={query.id} />}
      <div className="flex flex-wrap gap-2 lg:col-span-2">
        <Button type="submit" look="primary">
          {t("show")}
        </Button>
        {isNarrowed(query) && <ButtonLink href={auditAddress.href({})}>{t("clear")}</ButtonLink>}
      </div>
    </form>
  );
}

/** Adds the chosen value to the options if the list does not offer it, so that it stays chosen. */
function withChosen(options: readonly Option[], chosen: string | null): Option[] {
  const isOffered = chosen === null || options.some(({ value }) => value === chosen);
  return isOffered ? [...options] : [...options, { value: chosen, label: chosen, lang: "en" }];
}
