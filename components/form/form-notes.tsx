"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/form-error";
import type { ActionForm } from "./use-action-form";

export type FormNoteLabels = {
  restored: string;
  startAgain: string;
  conflictTitle: string;
  conflictHint: string;
  field: string;
  theirs: string;
  yours: string;
  takeTheirs: string;
};

type Props = {
  form: ActionForm;
  labels: FormNoteLabels;
  /** The label of each field. */
  names: Readonly<Record<string, string>>;
  /** Words for coded values, by field and value: `{ status: { ongoing: "Ongoing" } }`. */
  words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The address of the form, to reload it with the stored values. */
  href: string;
};

/**
 * The messages above a form: why it was refused, both versions after a conflict, or that an unsaved
 * copy was restored.
 */
export function FormNotes({ form, labels, names, words, href }: Props) {
  const { refusal } = form;
  if (form.isRestored) {
    return (
      <Banner
        tone="info"
        action={
          <Button
            type="button"
            look="quiet"
            onClick={() => {
              form.forgetDraft();
              window.location.assign(href);
            }}
          >
            {labels.startAgain}
          </Button>
        }
      >
        {labels.restored}
      </Banner>
    );
  }
  if (!refusal) return null;
  if (refusal.code === "CONFLICT" && refusal.current) {
    return <Conflict form={form} labels={labels} names={names} words={words} href={href} />;
  }
  const fields = refusal.fields.map(({ field, message }) => ({
    id: field,
    text: names[field] ? `${names[field]}: ${message}` : message,
  }));
  return <FormError title={refusal.message} fields={fields} />;
}

/**
 * Both versions after a conflict, field by field. The form below contains the person's own text.
 */
function Conflict({ form, labels, names, words = {}, href }: Props) {
  const { refusal } = form;
  const current = refusal?.current ?? {};
  const mine = (field: string) => form.listOf(field).join(",") || form.textOf(field);
  const differing = Object.keys(names).filter((field) => field in current && (current[field] ?? "") !== mine(field));
  const shown = (field: string, value: string) => {
    const known = words[field];
    const text = known
      ? value
          .split(",")
          .map((part) => known[part] ?? part)
          .join(", ")
      : value;
    return text || "–";
  };
  return (
    <div role="alert" className="rounded-lg border border-warn-line bg-warn-bg p-3.5 text-sm">
      <p className="font-semibold text-warn">{labels.conflictTitle}</p>
      <p className="mb-2 text-ink">{labels.conflictHint}</p>
      <div className="overflow-x-auto">
        <table className="w-full text-left text-ink">
          <thead>
            <tr>
              <th scope="col" className="pr-3 font-medium text-xs">
                {labels.field}
              </th>
              <th scope="col" className="pr-3 font-medium text-xs">
                {labels.theirs}
              </th>
              <th scope="col" className="font-medium text-xs">
                {labels.yours}
              </th>
            </tr>
          </thead>
          <tbody>
            {differing.map((field) => (
              <tr key={field} className="border-line border-t align-top">
                <th scope="row" className="py-1 pr-3 font-normal">
                  {names[field]}
                </th>
                <td className="py-1 pr-3">{shown(field, current[field] ?? "")}</td>
                <td className="py-1">{shown(field, mine(field))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <a href={href} onClick={form.forgetDraft} className="mt-2 inline-block text-accent underline underline-offset-2">
        {labels.takeTheirs}
      </a>
    </div>
  );
}
