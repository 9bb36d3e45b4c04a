"use client";

import { type ComponentProps, useEffect, useState } from "react";
import { dropDraft, readDraft } from "@/components/form/drafts";
import { FreeText } from "@/components/ui/bilingual-text";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Locale } from "@/domain/vocabulary";
import { unsavedFields } from "./changed-fields";
import { draftStorageKey } from "./draft-storage-key";

type Names = Readonly<Record<string, string>>;

type Props = {
  draftId: number;
  person: string;
  /** The draft as stored on the server. */
  stored: Names;
  names: Names;
  /** Labels of coded values, by field and value. */
  words: Readonly<Record<string, Names>>;
  locale: Locale;
  labels: Readonly<Record<"title" | "hint" | "drop" | "notTranslated", string>>;
};

/**
 * Text that was typed on this device but never saved, for a report that can no longer be changed.
 * The reader can copy or discard it.
 */
export function UnsavedCopy({ draftId, person, stored, names, words, locale, labels }: Props) {
  const [kept, setKept] = useState<Record<string, string[]> | null>(null);
  const name = draftStorageKey(draftId);
  useEffect(() => setKept(readDraft(person, name)), [person, name]);
  const wordOf = (field: string) => kept?.[field]?.[0] ?? "";
  const unsaved = kept ? unsavedFields(stored, wordOf).filter((field) => wordOf(field) !== "") : [];
  if (unsaved.length === 0) return null;
  const letGo = () => {
    dropDraft(person, name);
    setKept(null);
  };
  return (
    <Card id="kept" title={labels.title}>
      <p className="mb-2 text-ink-2 text-sm">{labels.hint}</p>
      <dl className="flex flex-col gap-3 text-sm">
        {unsaved.map((field) => (
          <div key={field}>
            <dt className="font-medium text-ink-2 text-xs">{names[field] ?? field}</dt>
            <dd className="whitespace-pre-line leading-running">
              {words[field]?.[wordOf(field)] ?? (
                <UnsavedText text={wordOf(field)} locale={locale} notTranslatedLabel={labels.notTranslated} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Button type="button" look="quiet" onClick={letGo}>
        {labels.drop}
      </Button>
    </Card>
  );
}

/** Numbers have no language. */
function UnsavedText(props: ComponentProps<typeof FreeText>) {
  return /\p{L}/u.test(props.text) ? <FreeText {...props} /> : props.text;
}
