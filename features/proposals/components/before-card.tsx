import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formParts, type ProposalPart } from "@/domain/concept";
import { formatDay, formatNumber } from "@/i18n/format";
import { clear } from "../actions";
import type { FoundConcept } from "../server/get-concept";
import { ClearButton } from "./clear-button";

type Props = { found: FoundConcept; names: Readonly<Record<string, string>> };

/** What is still missing before a draft can be submitted, shown before the button is pressed. */
export async function BeforeCard({ found, names }: Props) {
  const t = await getTranslations("proposals.before");
  const locale = await getLocale();
  const { isDraft, missing, clearance } = found;
  if (!isDraft) return null;
  const isReady = missing.length === 0 && (clearance === null || clearance.clearedOn !== null);
  return (
    <Card id="before" title={t("title")}>
      <div className="flex flex-col gap-2 text-sm">
        {isReady && <p>{t("ready")}</p>}
        {missing.length > 0 && (
          <div>
            <p>{t("missing", { count: formatNumber(missing.length, locale) })}</p>
            <ul className="list-disc pl-5 [&>li]:py-0.5 max-sm:[&>li]:py-2">
              {missing.map((part) => (
                <li key={part}>
                  <Part part={part} name={names[part] ?? part} found={found} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {clearance && <Clearance found={found} />}
      </div>
    </Card>
  );
}

const stands = (part: ProposalPart) => (formParts as readonly string[]).includes(part);

/** A missing part, with a link to its form for those who may edit it. */
async function Part({ part, name, found }: { part: ProposalPart; name: string; found: FoundConcept }) {
  const t = await getTranslations("proposals.before");
  const may = stands(part) ? found.can.edit : found.can.write;
  if (!may) return stands(part) ? `${name} (${t("byDesk")})` : name;
  return (
    <Link href={`/activities/${found.entryId}/${stands(part) ? "edit" : "concept"}#${part}` as Route} className="link">
      {name}
    </Link>
  );
}

async function Clearance({ found: { entryId, entryVersion, clearance, can } }: { found: FoundConcept }) {
  const t = await getTranslations("proposals.clearance");
  const locale = await getLocale();
  if (clearance?.clearedOn) return <p>{t("given", { day: formatDay(clearance.clearedOn, locale) })}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <p>
        <span>{t("needed")}</span> {!can.clear && <span>{t("givenByHead")}</span>}
      </p>
      {can.clear && <ClearButton action={clear} entryId={entryId} version={entryVersion} label={t("clear")} />}
    </div>
  );
}
