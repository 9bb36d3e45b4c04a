import type { Endpoint } from "@/server/api/endpoint";
import { entryEndpoints } from "./entries";
import { entryPartEndpoints } from "./entry-parts";
import { planEndpoints } from "./plans";

/** Every endpoint of `/api/v1`; the OpenAPI description is made from them. */
export const endpoints: readonly Endpoint[] = [...entryEndpoints, ...entryPartEndpoints, ...planEndpoints];
