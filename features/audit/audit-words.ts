import { isAddress } from "@/domain/ip-address";
import type { RowNames } from "@/domain/row-names";
import type { Locale } from "@/domain/vocabulary";
import { type Messages, shownMessages } from "@/i18n/catalogue";
import { type StoredText, storedValues, wordIn } from "@/i18n/stored-values";
import type { AuditLine } from "./server/lib/select";

type Words = Readonly<Record<string, string>>;

/**
 * Labels for the codes and stored values of the log in one language, used by the page and its
 * downloads.
 * @param messages of that language; a file takes those as written
 */
export function auditWords(locale: Locale, names: RowNames = new Map(), messages: Messages = shownMessages[locale]) {
  const named = (words: Words, key: string): StoredText => {
    const word = wordIn(words, key.replaceAll(".", "_"));
    return word ? { text: word, lang: locale } : { text: key, lang: "en" };
  };
  const { field, value, change } = storedValues(locale, messages, names);
  return {
    messages: messages.audit,
    action: (code: string) => named(messages.audit.action, code),
    subject: (code: string) => named(messages.audit.subject, code),
    field: (code: string) => field(code),
    value,
    change,
    /** The name of a line's subject; null if the line is about no row. */
    subjectName: ({ found, subjectId }: Pick<AuditLine, "found" | "subjectId">): string | null => {
      if (found) return (locale === "lo" ? found.lo : null) ?? found.en;
      return subjectId === null ? null : messages.audit.goneSubject.replace("{id}", String(subjectId));
    },
    address: (address: string | null): StoredText =>
      isAddress(address) ? { text: address, lang: null } : { text: messages.audit.noAddress, lang: locale },
  };
}
