import "server-only";
import type { Locale } from "@/domain/vocabulary";
import type { KeptField } from "./ended-session";

/** Labels a field, and a chosen value, as the form on the page `pathname` does. */
export type LabelField = (locale: Locale, pathname: string, field: KeptField) => KeptField;

let known: LabelField = (_locale, _pathname, field) => field;

/** Takes the labels from the app, which knows the forms of all slices (instrumentation.ts). */
export function setFieldLabels(labelField: LabelField): void {
  known = labelField;
}

/**
 * A field as it is shown to whoever typed it; before the app has given its labels, as it was sent.
 */
export const labelField: LabelField = (locale, pathname, field) => known(locale, pathname, field);
