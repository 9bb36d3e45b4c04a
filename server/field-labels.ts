import "server-only";
import type { Locale } from "@/domain/vocabulary";
import type { KeptField } from "./request/ended-session";

/** Labels a field and a chosen value as the form on the page `pathname` does. */
export type LabelField = (locale: Locale, pathname: string, field: KeptField) => KeptField;

let known: LabelField = (_locale, _pathname, field) => field;

/**
 * Sets the labels. They come from the app, which knows the forms of all slices
 * (instrumentation.ts).
 */
export function setFieldLabels(labelField: LabelField): void {
  known = labelField;
}

/**
 * A field with its label, for the person who typed it; unchanged until the app has set the labels.
 */
export const labelField: LabelField = (locale, pathname, field) => known(locale, pathname, field);
