import type { ActionForm } from "./use-action-form";

type Words = Readonly<Record<string, string>>;

/** The props of each field of a form: label, hint, error and value. */
export function fieldsOf(form: ActionForm, names: Words, hints: Words = {}) {
  return (name: string) => ({
    name,
    label: names[name] ?? name,
    hint: hints[name],
    error: form.errorOf(name),
    defaultValue: form.textOf(name),
  });
}
