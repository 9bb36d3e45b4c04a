import { classes } from "./classes";

const look = classes(
  "block w-full rounded-md border border-line-strong bg-surface px-2.5 py-1 text-ink",
  "aria-invalid:border-2 aria-invalid:border-bad-line",
  "disabled:border-dashed disabled:bg-sunken disabled:text-ink-3 [&:is(input,textarea):read-only]:bg-sunken",
);

/**
 * The classes of a native input, select or text area. At least 16 px on phones: smaller fields make
 * the page zoom.
 */
export const controlClasses = classes(look, "min-h-8.5 text-sm max-sm:min-h-10 max-sm:text-md");

/** The same for a page that is a single form, such as sign-in. */
export const largeControlClasses = classes(look, "min-h-10.5 text-md");

/** The props of every form control beside its native attributes. */
export type FieldProps = {
  name: string;
  label: string;
  /** Needed if the same name appears twice in a page. */
  id?: string;
  hint?: string;
  /** The error message of the field. */
  error?: string;
  /** The word "required", shown beside the label. Setting it makes the field required. */
  required?: string;
  className?: string;
};

/** The attributes that connect a control with its hint and its error. */
export function describedBy(id: string, hint: unknown, error: unknown) {
  const ids = classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}
