"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Menu } from "@/components/ui/menu";
import { SubmitButton } from "@/components/ui/submit-button";
import type { SavedView } from "@/features/activities/server/list-views";
import type { FormState } from "@/server/action";

export type ViewAction = (state: FormState, form: FormData) => Promise<FormState>;
type Labels = Readonly<Record<"name" | "nameHint" | "share" | "shareHint" | "open" | "busy", string>>;

type Props = {
  action: ViewAction;
  /** Hidden fields: the list's state, or the id of the view. */
  fields: Readonly<Record<string, string>>;
  name?: string;
  isShared?: boolean;
  /** True if the person may put it among the tabs of everybody; what is shared may end. */
  canShare: boolean;
  /** True if the form offers to make it the default view too. */
  asksDefault?: boolean;
  labels: Labels;
  /**
   * Label of the button that opens the form; then its heading, and the label of its submit button.
   */
  opener: string;
  title: string;
  submitLabel: string;
  buttonClassName: string;
  children?: React.ReactNode;
};

/**
 * A menu with the name of a view and whether it is shared. After a refusal it is open again, with
 * what was typed.
 */
export function ViewForm(props: Props) {
  const {
    action,
    fields,
    name = "",
    isShared = false,
    canShare,
    asksDefault = true,
    labels,
    buttonClassName,
    children,
  } = props;
  const [state, formAction] = useActionState(action, null);
  const refusal = state && !state.ok ? state.refusal : null;
  const typed = typeof refusal?.values.name === "string" ? refusal.values.name : name;
  const id = `view-${fields.viewId ?? "new"}`;
  return (
    <Menu
      label={props.opener}
      buttonClassName={buttonClassName}
      group="list-menus"
      align="end"
      open={refusal !== null}
      panelClassName="w-80"
    >
      <form key={refusal?.requestId} action={formAction} className="flex flex-col gap-2.5 p-1.5">
        <p className="font-semibold text-sm">{props.title}</p>
        {refusal && refusal.fields.length === 0 && <FormError title={refusal.message} />}
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <TextField
          id={`${id}-name`}
          name="name"
          label={labels.name}
          hint={asksDefault ? labels.nameHint : undefined}
          error={refusal?.fields.find(({ field }) => field === "name")?.message}
          defaultValue={typed}
          maxLength={80}
          autoComplete="off"
        />
        {(canShare || isShared) && (
          <Tick
            name="isShared"
            label={labels.share}
            hint={labels.shareHint}
            checked={refusal ? refusal.values.isShared === "on" : isShared}
          />
        )}
        {asksDefault && <Tick name="isDefault" label={labels.open} checked={refusal?.values.isDefault === "on"} />}
        <SubmitButton look="primary" busyLabel={labels.busy} className="w-fit">
          {props.submitLabel}
        </SubmitButton>
      </form>
      {children}
    </Menu>
  );
}

function Tick({ name, label, hint, checked }: { name: string; label: string; hint?: string; checked: boolean }) {
  return (
    <label className="flex min-h-8 items-start gap-2 text-sm">
      <input type="checkbox" name={name} defaultChecked={checked} className="mt-1 size-4 shrink-0" />
      <span>
        <span>{label}</span>
        {hint && <span className="block text-ink-2 text-xs">{hint}</span>}
      </span>
    </label>
  );
}

type SaveProps = { action: ViewAction; view: SavedView; query: string; label: string };

/** Saves the present state of the list in the open view. */
export function SaveChangesButton({ action, view, query, label }: SaveProps) {
  const fields = { viewId: String(view.id), version: String(view.version), query };
  return <ViewAct action={action} fields={fields} label={label} />;
}

type ActProps = {
  action: ViewAction;
  fields: Readonly<Record<string, string>>;
  label: string;
  look?: "danger" | "quiet" | "secondary";
};

/** A form with a single button that acts on a view, and the reason if it was refused. */
export function ViewAct({ action, fields, label, look = "secondary" }: ActProps) {
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="flex flex-col gap-1.5">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {state && !state.ok && <FormError title={state.refusal.message} />}
      <Button type="submit" look={look}>
        {label}
      </Button>
    </form>
  );
}
