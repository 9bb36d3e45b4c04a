import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProperName } from "@/components/ui/bilingual-text";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { formatInstant } from "@/i18n/format";
import type { StoredText } from "@/i18n/stored-values";
import { type AuditQuery, auditAddress } from "../address";
import { auditWords } from "../audit-words";
import type { AuditField, AuditLine, AuditLines } from "../server/lib/select";

type Words = ReturnType<typeof auditWords>;
type Props = AuditLines & { query: AuditQuery };

const cell = "align-top max-sm:block max-sm:border-0 max-sm:px-0 max-sm:py-0.5";

/** The rows of the log; on phones each row is a card. */
export async function AuditTable({ lines, names, query }: Props) {
  const t = await getTranslations("audit");
  const words = auditWords(await getLocale(), names);
  return (
    <Table wide label={t("title")} className="max-sm:block">
      <thead className="max-sm:sr-only">
        <tr>
          {(["at", "who", "what", "subject", "changes", "from"] as const).map((key) => (
            <Th key={key}>{t(`column.${key}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody id="rows" tabIndex={-1} className="outline-none max-sm:block">
        {lines.map((line) => (
          <Line key={line.seq} line={line} words={words} query={query} />
        ))}
      </tbody>
    </Table>
  );
}

async function Line({ line, words, query }: { line: AuditLine; words: Words; query: AuditQuery }) {
  const locale = await getLocale();
  const subject = words.subject(line.subject);
  const name = words.subjectName(line);
  const person = line.actorId === null ? "nobody" : String(line.actorId);
  return (
    <tr className="max-sm:block max-sm:border-line max-sm:border-b max-sm:px-3.5 max-sm:py-2.5 max-sm:last:border-b-0">
      <Td className={`${cell} whitespace-nowrap text-ink-2 text-xs sm:pt-2.5`}>
        <time dateTime={line.at.toISOString()}>{formatInstant(line.at, locale)}</time>
        <span translate="no" className="block max-sm:ml-2 max-sm:inline">{`#${line.seq}`}</span>
      </Td>
      <Td className={`${cell} max-sm:inline-block max-sm:pr-2`}>
        <Link href={auditAddress.href({ ...query, person, before: null })} className="link">
          {line.actorId === null && !line.address ? words.messages.system : <ProperName>{line.actorName}</ProperName>}
        </Link>
      </Td>
      <Th scope="row" className={`${cell} max-sm:inline-block sm:pt-2`}>
        <Worded {...words.action(line.action)} />
      </Th>
      <Td className={cell}>
        <Worded {...subject} />{" "}
        {name !== null && line.found?.href ? (
          <Link href={line.found.href as Route} className="link">
            <ProperName>{name}</ProperName>
          </Link>
        ) : (
          name !== null && <ProperName>{name}</ProperName>
        )}
      </Td>
      <Td className={`${cell} sm:min-w-64`}>
        <Changes fields={line.fields} words={words} />
      </Td>
      <Td className={`${cell} text-ink-2 text-xs`}>
        <Worded {...words.address(line.address)} />
        <span translate="no" className="block break-all">
          {line.requestId}
        </span>
      </Td>
    </tr>
  );
}

function Worded({ text, lang }: StoredText) {
  return lang ? <span lang={lang}>{text}</span> : <span translate="no">{text}</span>;
}

/**
 * Each field with its old value struck through, followed by the new one. A field that was only set
 * has no old value.
 */
function Changes({ fields, words }: { fields: readonly AuditField[]; words: Words }) {
  if (fields.length === 0) return <span className="text-ink-2">{words.messages.noFields}</span>;
  return (
    <ul className="flex flex-col gap-0.5">
      {fields.map((change) => (
        <Change key={change.field} change={change} words={words} />
      ))}
    </ul>
  );
}

function Change({ change, words }: { change: AuditField; words: Words }) {
  const { before, after } = words.change(change);
  return (
    <li className="wrap-anywhere">
      <span className="text-ink-2">
        <Worded {...words.field(change.field)} />
        {": "}
      </span>
      {change.before !== null && (
        <s className="text-ink-2">
          <span className="sr-only">{`${words.messages.before}: `}</span>
          <Worded {...before} />
        </s>
      )}
      {change.before !== null && <span>{" → "}</span>}
      {change.before !== null && <span className="sr-only">{`${words.messages.after}: `}</span>}
      <Worded {...after} />
    </li>
  );
}
