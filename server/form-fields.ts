import { z } from "zod";
import { isDay } from "@/domain/days";
import { cleanText, isBlank, isStorable, plainDigits } from "@/domain/lao-text";

/** Zod schemas shared by all forms; their messages are error codes. An empty field is null. */

/** A text that shows nothing counts as an empty field. */
export const empty = (value: unknown) => (typeof value === "string" && isBlank(value) ? null : value);

/** A row's id, from a form or an address. */
export const rowId = z.coerce
  .number({ error: "NOT_FOUND" })
  .int("NOT_FOUND")
  .positive("NOT_FOUND")
  .max(2_147_483_647, "NOT_FOUND");

/** A row's id, or null. */
export const optionalId = z.preprocess(empty, rowId.nullable().default(null));

/** A row chosen from a list; an empty choice is REQUIRED. */
export const chosenId = z.preprocess(
  (value) => empty(value) ?? undefined,
  z
    .any()
    .refine((value) => value !== undefined, "REQUIRED")
    .pipe(rowId),
);

/** The version of a row that the form was filled from. */
export const seenVersion = z.coerce.number({ error: "INVALID_INPUT" }).int("INVALID_INPUT").positive("INVALID_INPUT");

/**
 * Required text: cleaned of control characters, in NFC.
 * @param max characters; a line break counts once, as in the browser
 */
export const requiredText = (max: number) =>
  z
    .string({ error: "REQUIRED" })
    .refine(isStorable, "UNREADABLE_TEXT")
    .transform(cleanText)
    .pipe(z.string().min(1, "REQUIRED").max(max));

/**
 * Text, or null if empty.
 * @param max characters
 */
export const optionalText = (max: number) => z.preprocess(empty, requiredText(max).nullable().default(null));

const lastDay = "2100-12-31";

/** An existing calendar day between 1967 and 2100, or null if empty. */
export const optionalDay = z.preprocess(
  empty,
  z
    .string({ error: "NOT_A_DAY" })
    .transform(plainDigits)
    .refine((text) => isDay(text) && text <= lastDay, "NOT_A_DAY")
    .meta({ format: "date" })
    .nullable()
    .default(null),
);

type Bounds = { min: number; max: number };

/** A typed number in digits of any script; undefined if empty, because an empty text would be 0. */
const typedNumber = (value: unknown) => (typeof value === "string" ? plainDigits(value).trim() || undefined : value);

const wholeNumber = ({ min, max }: Bounds) =>
  z.coerce.number({ error: "NOT_A_NUMBER" }).int("NOT_A_NUMBER").min(min).max(max);

/** A whole number within these bounds. */
export const requiredWhole = (bounds: Bounds) => z.preprocess(typedNumber, wholeNumber(bounds));

/** The same, or null if empty. */
export const optionalWhole = (bounds: Bounds) =>
  z.preprocess(typedNumber, wholeNumber(bounds).nullable().default(null));

/** The same, or 0 if empty. */
export const wholeOrNought = (bounds: Bounds) => z.preprocess(typedNumber, wholeNumber(bounds).default(0));

/** Whole percent, or null if empty. */
export const optionalPercent = optionalWhole({ min: 0, max: 100 });

/** US dollars with at most two decimals, as text so that no cent is lost; null if empty. */
export const optionalUsd = z.preprocess(
  empty,
  z
    .string({ error: "NOT_A_NUMBER" })
    .transform((text) => plainDigits(text).replace(/[\s\u00a0]/g, ""))
    .pipe(z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, "NOT_A_NUMBER"))
    .nullable()
    .default(null),
);

/** One value of a closed list, or null if empty. */
export const optionalChoice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(empty, z.enum(values, { error: "UNKNOWN_CHOICE" }).nullable().default(null));

/** A check box: true if it was sent. */
export const checkBox = z
  .union([z.literal("on"), z.literal("1"), z.literal("true"), z.literal(""), z.boolean()], { error: "INVALID_INPUT" })
  .optional()
  .transform((value) => Boolean(value));

/** A field that occurs once or several times in a form, as a list. */
export const manyOf = <S extends z.ZodType>(item: S, max = 50) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  );

/**
 * The present password, with which people confirm their identity again for acts whose effect
 * outlives the session.
 */
export const presentField = z.string({ error: "REQUIRED" }).min(1, "REQUIRED").max(1000);
