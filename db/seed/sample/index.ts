import "server-only";
import type { Database } from "@/db/client";

/** Placeholder: loads the sample register; may be called again at any time. */
export async function seedSample(_db: Database, _options: { samplePassword?: string }): Promise<void> {}
