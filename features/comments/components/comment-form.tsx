"use client";

import type { Route } from "next";
import { FormFooter } from "@/components/form/form-footer";
import { type FormNoteLabels, FormNotes } from "@/components/form/form-notes";
import { type FormServerAction, useActionForm } from "@/components/form/use-action-form";
import { CheckField, RadioCards } from "@/components/ui/choices";
import { TextAreaField } from "@/components/ui/field";

type Person = { id: number; name: string; about: string };

export type CommentFormProps = {
  action: FormServerAction;
  person: string;
  entryId: number;
  /** The people who can be mentioned. */
  people: readonly Person[];
  /** The possible audiences; a choice is shown only if there are several. */
  audiences: readonly { value: string; label: string }[];
  names: { text: string; audience: string; mentions: string };
  notes: FormNoteLabels;
  labels: { mentionsHint: string; save: string; saving: string; cancel: string };
};

/** The form of a comment: its text, its audience, and the people it mentions. */
export function CommentForm(props: CommentFormProps) {
  const { action, person, entryId, people, audiences, names, notes, labels } = props;
  const form = useActionForm({ action, initial: { audience: "all" }, person, form: `comment:${entryId}` });
  const named = form.listOf("mentions");
  const mentionError = form.errorOf("mentions");
  return (
    <form {...form.props} className="flex flex-col gap-3.5">
      <FormNotes form={form} labels={notes} names={names} href={`/activities/${entryId}/comments/new`} />
      <div key={form.fill} className="flex flex-col gap-3.5">
        <input type="hidden" name="entryId" value={entryId} />
        <TextAreaField
          name="text"
          label={names.text}
          error={form.errorOf("text")}
          defaultValue={form.textOf("text")}
          rows={5}
          maxLength={4000}
        />
        {audiences.length > 1 && (
          <RadioCards
            name="audience"
            label={names.audience}
            error={form.errorOf("audience")}
            cards={audiences}
            defaultValue={form.textOf("audience")}
          />
        )}
        {people.length > 0 && (
          <details open={named.length > 0 || mentionError !== undefined || undefined} className="text-sm">
            <summary className="link min-h-6 cursor-pointer max-sm:min-h-10">{names.mentions}</summary>
            <p id="mentions-hint" className="my-1 text-ink-2 text-xs">
              {labels.mentionsHint}
            </p>
            {mentionError && <p className="text-bad text-xs">{mentionError}</p>}
            <fieldset
              id="mentions"
              aria-label={names.mentions}
              aria-describedby="mentions-hint"
              className="grid max-h-60 gap-0.5 overflow-y-auto sm:grid-cols-2"
            >
              {people.map(({ id, name, about }) => (
                <CheckField
                  key={id}
                  name="mentions"
                  value={id}
                  defaultChecked={named.includes(String(id))}
                  label={
                    <>
                      <span translate="no">{name}</span> <span className="text-ink-2 text-xs">{about}</span>
                    </>
                  }
                />
              ))}
            </fieldset>
          </details>
        )}
      </div>
      <FormFooter labels={labels} backHref={`/activities/${entryId}` as Route} />
    </form>
  );
}
