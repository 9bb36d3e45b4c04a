"use client";

import type { Route } from "next";
import type { ReactNode } from "react";
import { fieldsOf } from "@/components/form/fields-of";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { TextAreaField } from "@/components/ui/field";
import { TriangleAlert } from "@/components/ui/icons";

/** One entry and what will happen to it. */
export type PreviewLine = {
  id: number;
  version: number;
  code: string;
  action: string;
  into: string | null;
  by: number | null;
  head: ReactNode;
  /** A sentence that describes what will happen. */
  what: string;
  /** The reason why it cannot be done; null if it can. */
  refusal: string | null;
  needsReason: boolean;
  reasonLabel: string;
};

type Props = {
  action: FormServerAction;
  person: string;
  planId: number;
  toPlanId: number | null;
  lines: readonly PreviewLine[];
  notes: FormNoteLabels;
  /** The preview's own address; `backHref` leads to the form of the choices. */
  href: Route;
  backHref: Route;
  labels: Readonly<Record<"save" | "saving" | "cancel" | "required" | "reasonForAll" | "reasonHint", string>>;
};

/**
 * Lists what will happen, with a field for each reason, to be confirmed as a whole. It cannot be
 * confirmed while any line is refused.
 */
export function ConfirmCarryOverForm(props: Props) {
  const { action, person, planId, toPlanId, lines, notes, href, backHref, labels } = props;
  const form = useActionForm({ action, initial: {}, person, form: `carryOver:${planId}` });
  const names = Object.fromEntries(
    lines.flatMap(({ id, code }) => [`do.${id}`, `reason.${id}`].map((key) => [key, code])),
  );
  const field = fieldsOf(form, {
    ...Object.fromEntries(lines.map(({ id, reasonLabel }) => [`reason.${id}`, reasonLabel])),
    reasonForAll: labels.reasonForAll,
  });
  const isPossible = lines.every(({ refusal }) => refusal === null);
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={href} />
      <input type="hidden" name="planId" value={planId} />
      <input type="hidden" name="toPlanId" value={toPlanId ?? ""} />
      {isPossible && lines.length > 1 && (
        <TextAreaField {...field("reasonForAll")} hint={labels.reasonHint} rows={2} maxLength={2000} />
      )}
      <ul key={form.fill} className="flex flex-col">
        {lines.map((line) => (
          <li key={line.id} id={`do.${line.id}`} className="flex flex-col gap-1.5 border-line border-b py-3 text-sm">
            <Hidden line={line} />
            {line.head}
            <p className={line.refusal === null ? "font-semibold" : "text-ink-2"}>{line.what}</p>
            {line.refusal === null ? (
              <TextAreaField
                {...field(`reason.${line.id}`)}
                required={line.needsReason && lines.length === 1 ? labels.required : undefined}
                rows={2}
                maxLength={2000}
              />
            ) : (
              <p className="flex items-start gap-1.5 text-bad">
                <TriangleAlert aria-hidden className="mt-[0.2em] size-4 shrink-0" />
                <span>{line.refusal}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {isPossible && <FormFooter labels={labels} backHref={backHref} />}
    </form>
  );
}

function Hidden({ line: { id, version, action, into, by } }: { line: PreviewLine }) {
  return (
    <>
      <input type="hidden" name={`do.${id}`} value={action} />
      <input type="hidden" name={`version.${id}`} value={version} />
      {into !== null && <input type="hidden" name={`into.${id}`} value={into} />}
      {by !== null && <input type="hidden" name={`by.${id}`} value={by} />}
    </>
  );
}
