import { z } from "zod";
import { isDay } from "@/domain/days";
import { cleanText, isStorable } from "@/domain/lao-text";

/** Zod pieces that every form uses; their messages are error codes. An empty field is null. */

const empty = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

/** A row's id, from a form or an address. */
export const rowId = z.coerce
  .number({ error: "NOT_FOUND" })
  .int("NOT_FOUND")
  .positive("NOT_FOUND")
  .max(2_147_483_647, "NOT_FOUND");

/** A row's id, or nothing. */
export const optionalId = z.preprocess(empty, rowId.nullable().default(null));

/** A row chosen from a list; nothing chosen is a field left empty. */
export const chosenId = z.preprocess(
  (value) => empty(value) ?? undefined,
  z
    .any()
    .refine((value) => value !== undefined, "REQUIRED")
    .pipe(rowId),
);

/** The version of a row that the form was filled from. */
export const seenVersion = z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").positive("INVALID_INPUT");

/** Text that must be there: cleaned of control characters, in NFC. @param max characters */
export const requiredText = (max: number) =>
  z
    .string({ error: "REQUIRED" })
    .refine(isStorable, "UNREADABLE_TEXT")
    .transform(cleanText)
    .pipe(z.string().min(1, "REQUIRED").max(max));

/** Text or nothing. @param max characters */
export const optionalText = (max: number) => z.preprocess(empty, requiredText(max).nullable().default(null));

const lastDay = "2100-12-31";

/** A calendar day that exists, between 1967 and 2100, or nothing. */
export const optionalDay = z.preprocess(
  empty,
  z
    .string({ error: "NOT_A_DAY" })
    .refine((text) => isDay(text) && text <= lastDay, "NOT_A_DAY")
    .nullable()
    .default(null),
);

/** Whole percent, or nothing. */
export const optionalPercent = z.preprocess(
  empty,
  z.coerce.number({ error: "NOT_A_NUMBER" }).int("NOT_A_NUMBER").min(0).max(100).nullable().default(null),
);

/** US dollars with at most two decimals, as text so that no cent is lost; or nothing. */
export const optionalUsd = z.preprocess(
  empty,
  z
    .string({ error: "NOT_A_NUMBER" })
    .transform((text) => text.replace(/[\s\u00a0]/g, ""))
    .pipe(z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, "NOT_A_NUMBER"))
    .nullable()
    .default(null),
);

/** One of a closed list, or nothing. */
export const optionalChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(empty, z.enum(values, { error: "UNKNOWN_CHOICE" }).nullable().default(null));

/** A check box: there or not. */
export const checkBox = z
  .union([z.literal("on"), z.literal("1"), z.literal("true"), z.literal(""), z.boolean()], { error: "INVALID_INPUT" })
  .optional()
  .transform((value) => Boolean(value));

/** One or many of the same name in a form. */
export const manyOf = <S extends z.ZodType>(item: S, max = 50) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  );

/**
 * The present password, by which a person proves anew who they are: what it opens outlives their
 * session.
 */
export const presentField = z.string({ error: "REQUIRED" }).min(1, "REQUIRED").max(1000);
