"use client";

import type { Route } from "next";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { useActionForm } from "@/components/form/use-action-form";
import { acceptsText } from "@/components/shell/accepts-text";
import { FieldError, type Option, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { decideMany } from "../actions";
import { boxesOf, chooseBetween } from "./choose-rows";
import { DecideRow, type RowToDecide, type RowWords } from "./decide-row";

type Names = Readonly<Record<string, string>>;

type Props = {
  meetingId: number;
  person: string;
  href: Route;
  backHref: Route;
  items: readonly { id: number; title: string; lang: string | undefined; rows: readonly RowToDecide[] }[];
  names: Names;
  notes: FormNoteLabels;
  outcomes: readonly Option[];
  verbs: readonly string[];
  labels: RowWords &
    Readonly<
      Record<
        "save" | "saving" | "cancel" | "choose" | "undecided" | "clear" | "effect" | "verbHint" | "referenceHint",
        string
      >
    >;
  /** How many are chosen, by their number. */
  chosenWords: readonly string[];
};

/**
 * One decision on several entries of an agenda: the rows with their ticks, and below them what was
 * decided on all of them. Without scripts the same ticks and fields are sent.
 */
export function DecideManyForm({ meetingId, items, names, outcomes, verbs, labels, ...props }: Props) {
  const { person, href, backHref, notes, chosenWords } = props;
  const form = useActionForm({ action: decideMany, initial: {}, person, form: `decisions:${meetingId}` });
  const field = fieldsOf(form, names);
  const chosen = form.listOf("rows");
  const { ref, count, recount, choose, events } = useChoice(chosen.length);
  const rowsError = form.errorOf("rows");
  return (
    <form
      {...form.props}
      ref={ref}
      className="flex flex-col gap-3.5"
      onChange={recount}
      onClick={events.onClick}
      onKeyDown={(event) => {
        events.onKeyDown(event);
        form.props.onKeyDown(event);
      }}
    >
      <FormNotes form={form} labels={notes} names={names} href={href} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        {items.map(({ id, title, lang, rows }) => (
          <fieldset key={id} className="rounded-lg border border-line bg-surface px-3 pb-1">
            <legend className="px-1 font-semibold text-sm" lang={lang}>
              {title}
            </legend>
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <DecideRow
                  key={row.value}
                  row={row}
                  labels={labels}
                  isChosen={chosen.includes(row.value)}
                  textOf={form.textOf}
                  error={form.errorOf(`row.${row.entryId}`)}
                />
              ))}
            </ul>
          </fieldset>
        ))}
        {rowsError && <FieldError id="rows-error">{rowsError}</FieldError>}
        <section
          aria-label={names.outcome}
          className="sticky bottom-0 z-10 flex flex-col gap-2.5 rounded-lg border border-accent bg-surface p-3 shadow-lg max-sm:static print:hidden"
        >
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm" role="status">
            <span className="font-semibold">{chosenWords[count] ?? String(count)}</span>
            <button
              type="button"
              className="link min-h-6"
              onClick={() => choose((box) => box.dataset.undecided === "1")}
            >
              {labels.undecided}
            </button>
            <button type="button" className="link min-h-6" onClick={() => choose(() => false)}>
              {labels.clear}
            </button>
          </p>
          <div className="grid gap-2.5 sm:grid-cols-3">
            <TextField {...field("verbPrinted")} hint={labels.verbHint} list="verbs" maxLength={120} />
            <SelectField {...field("outcome")} placeholder={labels.choose} options={outcomes} />
            <TextField {...field("reference")} hint={labels.referenceHint} maxLength={300} />
          </div>
          <div className="grid gap-2.5 sm:grid-cols-2">
            <TextAreaField {...field("textLo")} lang="lo" rows={2} maxLength={5000} />
            <TextAreaField {...field("textEn")} lang="en" rows={2} maxLength={5000} />
          </div>
          <p className="text-ink-2 text-xs">{labels.effect}</p>
          <FormFooter labels={labels} backHref={backHref} />
        </section>
      </div>
      <datalist id="verbs">
        {verbs.map((verb) => (
          <option key={verb} value={verb} />
        ))}
      </datalist>
    </form>
  );
}

/** The ticked rows: their number, and Shift with a click or with X for all between two of them. */
function useChoice(initial: number) {
  const ref = useRef<HTMLFormElement>(null);
  const last = useRef<HTMLInputElement | null>(null);
  const [count, setCount] = useState(initial);
  const recount = () => setCount(ref.current ? boxesOf(ref.current).filter((box) => box.checked).length : 0);
  const choose = (isWanted: (box: HTMLInputElement) => boolean) => {
    for (const box of ref.current ? boxesOf(ref.current) : []) box.checked = isWanted(box);
    recount();
  };
  const tick = (box: HTMLInputElement, withShift: boolean) => {
    if (withShift && last.current && ref.current) chooseBetween(ref.current, last.current, box);
    last.current = box;
    recount();
  };
  return {
    ref,
    count,
    recount,
    choose,
    events: {
      onClick: ({ target, shiftKey }: MouseEvent) => {
        if (target instanceof HTMLInputElement && target.name === "rows") tick(target, shiftKey);
      },
      onKeyDown: (event: KeyboardEvent) => {
        const { target, code, shiftKey } = event;
        if (code !== "KeyX" || !shiftKey || event.ctrlKey || event.metaKey || event.altKey || acceptsText(target))
          return;
        const row = target instanceof Element ? target.closest("[data-row]") : null;
        const box = row?.querySelector<HTMLInputElement>("input[name=rows]");
        if (!box) return;
        event.preventDefault();
        box.checked = !box.checked;
        tick(box, true);
      },
    },
  };
}
