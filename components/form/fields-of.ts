import type { ActionForm } from "./use-action-form";

type Words = Readonly<Record<string, string>>;

/** For each field of a form over a server action: what it is called, its hint, why it was refused, and what it is filled with. */
export function fieldsOf(form: ActionForm, names: Words, hints: Words = {}) {
  return (name: string) => ({
    name,
    label: names[name] ?? name,
    hint: hints[name],
    error: form.errorOf(name),
    defaultValue: form.textOf(name),
  });
}
