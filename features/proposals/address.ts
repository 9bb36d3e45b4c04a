import { defineAddress } from "@/address/define-address";
import { id } from "@/address/parsers";

/** Two versions of a concept note to compare, in either order; by default the latest two. */
export const versionsAddress = defineAddress("/activities/[id]/concept/versions", { from: id, to: id });
