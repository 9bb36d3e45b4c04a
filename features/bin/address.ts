import { defineAddress } from "@/address/define-address";
import { oneOf, page } from "@/address/parsers";
import { binKinds } from "@/domain/bin";

/** The bin, and what was restored from it. */
export const binAddress = defineAddress("/bin", { kind: oneOf(binKinds), page, saved: oneOf(["restored"]) });
