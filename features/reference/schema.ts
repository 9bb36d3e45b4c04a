import { z } from "zod";
import { isCode } from "@/domain/codes";
import {
  checkBox,
  chosenId,
  optionalDay,
  optionalId,
  optionalText,
  optionalWhole,
  requiredText,
  requiredWhole,
  rowId,
  seenVersion,
} from "@/server/form-fields";
import { type Declaration, declarations, type ReferenceField, type ReferenceKind, referenceKinds } from "./kinds";

/** The kind, under another name than the field `kind` that some rows have. */
export const tableField = z.enum(referenceKinds, { error: "NOT_FOUND" });

const requiredDay = optionalDay.refine((day) => day !== null, "REQUIRED");

function schemaOfField(field: ReferenceField): z.ZodType {
  switch (field.type) {
    case "text":
      return field.isRequired ? requiredText(field.max) : optionalText(field.max);
    case "code":
      return requiredText(field.max).refine(isCode, "INVALID_INPUT");
    case "day":
      return field.isRequired ? requiredDay : optionalDay;
    case "whole":
      return (field.isRequired ? requiredWhole : optionalWhole)({ min: 1, max: field.max });
    case "check":
      return checkBox;
    case "choice":
      return z.enum(field.choices, { error: "UNKNOWN_CHOICE" });
    case "row":
      return field.isRequired ? chosenId : optionalId;
  }
}

/** The values of a row by the names of its columns. */
export type ReferenceValues = Record<string, unknown>;

/** All fields of one kind; the last day may not be before the first. */
function fieldsOf({ fields, from, to }: Declaration): z.ZodType<ReferenceValues> {
  const shape = Object.fromEntries(fields.map((field) => [field.name, schemaOfField(field)]));
  return z.object(shape).superRefine((values, context) => {
    const [first, last] = [values[from], values[to]];
    if (typeof first === "string" && typeof last === "string" && last < first)
      context.addIssue({ code: "custom", path: [to], message: "END_BEFORE_START" });
  });
}

const fields = Object.fromEntries(
  Object.entries(declarations).map(([kind, declaration]) => [kind, fieldsOf(declaration)]),
) as Record<ReferenceKind, z.ZodType<ReferenceValues>>;

/** Reads the fields of the kind that the form names, beside what every form of it has. */
function withFields<S extends z.ZodObject<{ table: typeof tableField }>>(head: S) {
  return z.looseObject(head.shape).transform((typed, context) => {
    const own = head.safeParse(typed);
    const values = own.success ? fields[own.data.table].safeParse(typed) : null;
    for (const { path, message } of [...(own.error?.issues ?? []), ...(values?.error?.issues ?? [])])
      context.addIssue({ code: "custom", path: [...path], message });
    if (!own.success || !values?.success) return z.NEVER;
    return { ...own.data, values: values.data };
  });
}

export const NewReferenceInput = withFields(z.object({ table: tableField }));
export const EditReferenceInput = withFields(z.object({ table: tableField, id: rowId, version: seenVersion }));

export const ReferenceRowInput = z.object({ table: tableField, id: rowId });
export const RemoveReferenceInput = z.object({ table: tableField, id: rowId, version: seenVersion });

/** A new name and the first day on which it counts. */
export const RenameReferenceInput = z.object({
  table: tableField,
  id: rowId,
  version: seenVersion,
  nameEn: requiredText(300),
  nameLo: optionalText(300),
  from: requiredDay,
});
