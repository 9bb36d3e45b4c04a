import { defineAddress } from "@/address/define-address";
import { id, oneOf, searchText } from "@/address/parsers";
import { referenceKinds } from "./kinds";

const kind = oneOf(referenceKinds);

/** The rows of one kind; `saved` names the change that the list confirms. */
export const referenceAddress = defineAddress("/settings/reference", {
  kind: kind.withDefault("bodies"),
  q: searchText.withDefault(""),
  saved: oneOf(["add", "edit", "rename", "remove"]),
});

/** A new row; `of` is the row that it belongs to. */
export const newReferenceAddress = defineAddress("/settings/reference/new", {
  kind: kind.withDefault("bodies"),
  of: id,
});

/** One row with its former names and what uses it. */
export const referenceRowAddress = defineAddress("/settings/reference/[id]", { kind: kind.withDefault("bodies") });
