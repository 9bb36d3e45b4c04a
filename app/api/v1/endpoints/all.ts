import type { Endpoint } from "@/server/api/endpoint";
import { entryEndpoints } from "./entries";
import { entryPartEndpoints } from "./entry-parts";
import { planEndpoints } from "./plans";

/** Everything that `/api/v1` serves; the OpenAPI file is made of it. */
export const endpoints: readonly Endpoint[] = [...entryEndpoints, ...entryPartEndpoints, ...planEndpoints];
