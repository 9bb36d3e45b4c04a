import { defineAddress } from "@/address/define-address";
import { id } from "@/address/parsers";

/**
 * Two versions of a concept paper that are compared, in either order; without them, the latest two.
 */
export const versionsAddress = defineAddress("/activities/[id]/concept/versions", { from: id, to: id });
