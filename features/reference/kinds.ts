import { bodyCodes } from "@/domain/lifecycle";
import { partnerKinds, periodKinds } from "@/domain/vocabulary";

/** The kinds of reference data that have a screen; each is the name of its table. */
export const referenceKinds = [
  "bodies",
  "partners",
  "agencies",
  "masterplans",
  "outcomes",
  "enabling_actions",
  "periods",
  "member_states",
  "funds",
] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

type Common = { name: string; isRequired?: true };
/** One field of a kind's form, and how its text is read. */
export type ReferenceField = Common &
  (
    | { type: "text"; max: number; lang?: "en" | "lo" }
    /** What addresses and documents name the row by; it stays once the row is used. */
    | { type: "code"; max: number }
    | { type: "day" }
    | { type: "whole"; max: number }
    | { type: "check" }
    | { type: "choice"; choices: readonly string[] }
    /** A row of another kind. */
    | { type: "row"; of: ReferenceKind }
  );

const code = { name: "code", type: "code", max: 30, isRequired: true } as const;
const names = [
  { name: "nameEn", type: "text", max: 300, lang: "en", isRequired: true },
  { name: "nameLo", type: "text", max: 300, lang: "lo" },
] as const satisfies readonly ReferenceField[];
const translated = { name: "loIsTranslation", type: "check" } as const;
const days = [
  { name: "validFrom", type: "day" },
  { name: "validTo", type: "day" },
] as const satisfies readonly ReferenceField[];
const fixedDays = [
  { name: "startsOn", type: "day", isRequired: true },
  { name: "endsOn", type: "day", isRequired: true },
] as const satisfies readonly ReferenceField[];

export type Declaration = {
  fields: readonly ReferenceField[];
  /** The names of its first and last day. */
  from: string;
  to: string;
  /** The kind that a row belongs to, and the field that names it. */
  parent?: { kind: ReferenceKind; field: string };
};

/** What each kind consists of. A new field of a table needs its line here and its words. */
export const declarations: Readonly<Record<ReferenceKind, Declaration>> = {
  bodies: {
    fields: [
      code,
      { name: "actsAs", type: "choice", choices: bodyCodes, isRequired: true },
      ...names,
      translated,
      ...days,
    ],
    from: "validFrom",
    to: "validTo",
  },
  partners: {
    fields: [code, { name: "kind", type: "choice", choices: partnerKinds, isRequired: true }, ...names, ...days],
    from: "validFrom",
    to: "validTo",
  },
  agencies: {
    fields: [
      { name: "memberStateId", type: "row", of: "member_states", isRequired: true },
      { name: "abbreviation", type: "text", max: 30 },
      ...names,
      ...days,
    ],
    from: "validFrom",
    to: "validTo",
    parent: { kind: "member_states", field: "memberStateId" },
  },
  masterplans: { fields: [code, ...names, ...fixedDays], from: "startsOn", to: "endsOn" },
  outcomes: {
    fields: [
      { name: "masterplanId", type: "row", of: "masterplans", isRequired: true },
      { name: "ordinal", type: "whole", max: 99, isRequired: true },
      code,
      ...names,
      translated,
      ...days,
    ],
    from: "validFrom",
    to: "validTo",
    parent: { kind: "masterplans", field: "masterplanId" },
  },
  enabling_actions: {
    fields: [{ name: "outcomeId", type: "row", of: "outcomes", isRequired: true }, code, ...names, translated, ...days],
    from: "validFrom",
    to: "validTo",
    parent: { kind: "outcomes", field: "outcomeId" },
  },
  periods: {
    fields: [
      code,
      { name: "kind", type: "choice", choices: periodKinds, isRequired: true },
      ...names,
      ...fixedDays,
      { name: "memberStateId", type: "row", of: "member_states" },
      { name: "partnerId", type: "row", of: "partners" },
    ],
    from: "startsOn",
    to: "endsOn",
  },
  member_states: {
    fields: [
      { ...code, max: 2 },
      { name: "code3", type: "code", max: 3, isRequired: true },
      ...names,
      { name: "protocolOrder", type: "whole", max: 99, isRequired: true },
      { name: "joinedOn", type: "day", isRequired: true },
      { name: "leftOn", type: "day" },
    ],
    from: "joinedOn",
    to: "leftOn",
  },
  funds: {
    fields: [code, ...names, { name: "partnerId", type: "row", of: "partners" }, ...days],
    from: "validFrom",
    to: "validTo",
  },
};
