import "server-only";
import type { Database } from "@/db/client";

/** Placeholder: loads the reference data; may be called again at any time. */
export async function seedReference(_db: Database, _options: { samplePassword?: string }): Promise<void> {}
