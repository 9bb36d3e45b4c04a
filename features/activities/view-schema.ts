import { z } from "zod";
import { checkBox, requiredText, rowId, seenVersion } from "@/server/form-fields";
import { activitiesAddress } from "./list-address";
import { viewQuery } from "./list-state";

/** A list state as query parameters, parsed and formatted by the list's address. */
const query = z
  .string({ error: "INVALID_INPUT" })
  .max(4000)
  .refine((text) => activitiesAddress.unreadable(new URLSearchParams(text)).length === 0, "INVALID_INPUT")
  .transform((text) => viewQuery(activitiesAddress.read(new URLSearchParams(text))));

const name = requiredText(80);

/** A new view of the list's present state. */
export const SaveViewInput = z.object({ name, query, isShared: checkBox, isDefault: checkBox });

/** The present state, to replace the one that a view stores. */
export const UpdateViewInput = z.object({ viewId: rowId, version: seenVersion, query });

/** A view's name, and whether it is shared. */
export const RenameViewInput = z.object({ viewId: rowId, version: seenVersion, name, isShared: checkBox });

/** One view, with the version that the person saw. */
export const SeenViewInput = z.object({ viewId: rowId, version: seenVersion });

/** The view with which the list opens; null for none. */
export const DefaultViewInput = z.object({
  viewId: z.preprocess((value) => (value === "" ? null : value), rowId.nullable().default(null)),
});
