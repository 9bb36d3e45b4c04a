import { classes } from "./classes";

const look = classes(
  "block w-full rounded-md border border-line-strong bg-surface px-2.5 py-1 text-ink",
  "aria-invalid:border-2 aria-invalid:border-bad-line",
  "disabled:border-dashed disabled:bg-sunken disabled:text-ink-3 [&:is(input,textarea):read-only]:bg-sunken",
);

/** The look of a native input, select or text area. At least 16 px on phones, where smaller fields make the page zoom. */
export const controlClasses = classes(look, "min-h-8.5 text-sm max-sm:min-h-10 max-sm:text-md");

/** The same for a page that is one form, such as sign-in. */
export const largeControlClasses = classes(look, "min-h-10.5 text-md");

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
