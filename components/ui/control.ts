import { classes } from "./classes";

/** The look of a native input, select or text area. At least 16 px on phones, where smaller fields make the page zoom. */
export const controlClasses = classes(
  "block min-h-8.5 w-full rounded-md border border-line-strong bg-surface px-2.5 py-1 text-ink text-sm",
  "max-sm:min-h-10 max-sm:text-md",
  "aria-invalid:border-2 aria-invalid:border-bad-line",
  "disabled:border-dashed disabled:bg-sunken disabled:text-ink-3 [&:is(input,textarea):read-only]:bg-sunken",
);

/** What every control of a form takes beside its own attributes. */
export type FieldProps = {
  name: string;
  label: string;
  /** Needed when one name stands twice in a page. */
  id?: string;
  hint?: string;
  /** Why the input was refused, in words. */
  error?: string;
  /** The word "required", shown beside the label; its presence makes the field required. */
  required?: string;
  className?: string;
};

/** The attributes that tie a control to its hint and its error. */
export function describedBy(id: string, hint: unknown, error: unknown) {
  const ids = classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}
