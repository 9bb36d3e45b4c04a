import { z } from "zod";
import { requiredText, rowId, seenVersion } from "@/server/form-fields";
import { activitiesAddress } from "./list-address";
import { viewQuery } from "./list-state";

/** A check box. */
const ticked = z
  .union([z.literal("on"), z.boolean()])
  .optional()
  .transform((value) => value === "on" || value === true);

/** A list state as query parameters, parsed and formatted by the list's address. */
const query = z
  .string({ error: "INVALID_INPUT" })
  .max(4000)
  .refine((text) => activitiesAddress.unreadable(new URLSearchParams(text)).length === 0, "INVALID_INPUT")
  .transform((text) => viewQuery(activitiesAddress.read(new URLSearchParams(text))));

const name = requiredText(80);

/** A new view of the list's present state. */
export const SaveViewInput = z.object({ name, query, isShared: ticked, isDefault: ticked });

/** The present state, to replace the one that a view stores. */
export const UpdateViewInput = z.object({ viewId: rowId, version: seenVersion, query });

/** A view's name, and whether it is shared. */
export const RenameViewInput = z.object({ viewId: rowId, version: seenVersion, name, isShared: ticked });

/** One view, with the version that the person saw. */
export const RemoveViewInput = z.object({ viewId: rowId, version: seenVersion });

/** The view with which the list opens; null for none. */
export const DefaultViewInput = z.object({
  viewId: z.preprocess((value) => (value === "" ? null : value), rowId.nullable().default(null)),
});
