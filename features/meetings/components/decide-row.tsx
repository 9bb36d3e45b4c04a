"use client";

import type { Route } from "next";
import { FieldError } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { StageBadge } from "@/components/ui/stage-badge";
import type { Stage } from "@/domain/lifecycle";

export type RowToDecide = {
  entryId: number;
  /** Item, entry and seen version, as the form sends them. */
  value: string;
  code: string;
  title: string;
  lang: string | undefined;
  stage: Stage;
  stageLabel: string;
  /** What this meeting has decided on it so far. */
  decided: readonly string[];
  sample: string | null;
};
/** `ownWords` opens the fields of a row's own words. */
export type RowWords = Readonly<Record<"ownWords" | "ownLo" | "ownEn" | "decided", string>>;

type Props = {
  row: RowToDecide;
  labels: RowWords;
  isChosen: boolean;
  textOf: (name: string) => string;
  error: string | undefined;
};

/** An entry of the agenda with its tick, its stage, and room for words of its own. */
export function DecideRow({ row, labels, isChosen, textOf, error }: Props) {
  const { entryId, value, code, title, lang, stage, stageLabel, decided, sample } = row;
  const id = `row-${entryId}`;
  return (
    <li data-row className="py-1.5 text-sm">
      <div className="flex flex-wrap items-start gap-x-2.5 gap-y-1">
        <span className="flex min-h-6 min-w-0 flex-1 basis-60 items-start gap-2.5 max-sm:min-h-10">
          <input
            type="checkbox"
            id={id}
            name="rows"
            value={value}
            defaultChecked={isChosen}
            data-undecided={decided.length === 0 ? "1" : "0"}
            aria-describedby={error ? `${id}-error` : undefined}
            className="mt-1 size-4 shrink-0"
          />
          <span>
            <Link href={`/activities/${entryId}` as Route} className="link whitespace-nowrap font-medium" data-row-link>
              {code}
            </Link>{" "}
            <label htmlFor={id} lang={lang}>
              {title}
            </label>{" "}
            {sample && <span className="text-ink-2 text-xs">{sample}</span>}
          </span>
        </span>
        <StageBadge stage={stage} label={stageLabel} />
        {decided.length > 0 && <span className="text-ink-2 text-xs">{`${labels.decided} ${decided.join(", ")}`}</span>}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <details className="ml-6" open={[`textLo.${entryId}`, `textEn.${entryId}`].some((name) => textOf(name) !== "")}>
        <summary className="inline-flex min-h-6 cursor-pointer items-center text-xs">
          <span className="link">{labels.ownWords}</span>
        </summary>
        <div className="grid gap-1.5 py-1 sm:grid-cols-2">
          <OwnText
            name={`textLo.${entryId}`}
            label={`${labels.ownLo}: ${code}`}
            lang="lo"
            value={textOf(`textLo.${entryId}`)}
          />
          <OwnText
            name={`textEn.${entryId}`}
            label={`${labels.ownEn}: ${code}`}
            lang="en"
            value={textOf(`textEn.${entryId}`)}
          />
        </div>
      </details>
    </li>
  );
}

function OwnText({ name, label, lang, value }: Readonly<Record<"name" | "label" | "lang" | "value", string>>) {
  return (
    <textarea
      name={name}
      aria-label={label}
      placeholder={label}
      lang={lang}
      rows={2}
      maxLength={5000}
      defaultValue={value}
      className="rounded-md border border-line-strong bg-surface px-2.5 py-1 text-sm"
    />
  );
}
