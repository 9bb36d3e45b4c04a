import { getLocale, getTranslations } from "next-intl/server";
import { FreeText } from "@/components/ui/bilingual-text";
import { Table, Td, Th } from "@/components/ui/table";
import { differingWork } from "@/domain/rounds";
import type { DraftPage } from "@/features/rounds/server/get-draft";
import { LaterReports } from "./later-reports";

type Names = Readonly<Record<string, string>>;
type Props = { page: DraftPage; names: Names; words: Readonly<Record<string, Names>> };

/**
 * The current register beside the report, field by field, if the entry was changed meanwhile, and
 * the updates since.
 */
export async function BothVersions(props: Props) {
  const t = await getTranslations("rounds.draft");
  const { entry, draft } = props.page;
  const isSame = differingWork(entry.work, draft).length === 0;
  return (
    <>
      {isSame ? <p className="text-sm">{t("sameWork")}</p> : <WorkTable {...props} />}
      <LaterReports page={props.page} names={props.names} />
    </>
  );
}

async function WorkTable({ page: { entry, draft }, names, words }: Props) {
  const t = await getTranslations("rounds.draft");
  const ui = await getTranslations("ui");
  const locale = await getLocale();
  const shown = (field: string, value: string | number | null) => {
    if (value === null) return "–";
    const known = words[field]?.[String(value)];
    if (known || field === "progress") return known ?? String(value);
    return <FreeText text={String(value)} locale={locale} notTranslatedLabel={ui("notYetTranslated")} />;
  };
  return (
    <Table label={t("both")}>
      <thead>
        <tr>
          <Th>{t("field")}</Th>
          <Th>{t("now")}</Th>
          <Th>{t("here")}</Th>
        </tr>
      </thead>
      <tbody>
        {differingWork(entry.work, draft).map((field) => (
          <tr key={field}>
            <Th scope="row">{names[field]}</Th>
            <Td>{shown(field, entry.work[field])}</Td>
            <Td>{shown(field, draft[field])}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
