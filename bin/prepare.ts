import path from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "@/db/migrate";
import { users } from "@/db/schema/users";
import { seedReference } from "@/db/seed/reference/index";
import { seedSample } from "@/db/seed/sample/index";
import { env } from "@/env";
import { type SampleAccount, setSamplePassword, switchSampleAccounts } from "@/server/auth/sample-accounts";
import { setupToken } from "@/server/auth/setup-token";
import { systemContext } from "@/server/context";
import { fail } from "./fail";
import { keepEnd } from "./keep-end";

/**
 * Prepares the database before the site starts: migrations, reference data, optional sample data,
 * and whether sample accounts can sign in. Prints as JSON on standard output those that can, and
 * where the first administrator is made as long as there is no account.
 */
async function prepare(): Promise<void> {
  const { values } = parseArgs({
    options: {
      /** Load the sample register. */
      sample: { type: "boolean", default: false },
      /** Sample accounts may sign in. They are disabled if the site has a public address. */
      "sample-accounts": { type: "boolean", default: false },
      /** The password is shown on the sign-in page, so the accounts are set to it. */
      "sample-offered": { type: "boolean", default: false },
    },
  });
  const { DATABASE_URL, SAMPLE_PASSWORD } = env();
  let sampleAccounts: SampleAccount[] = [];
  let setupPath: string | null = null;
  await migrate(DATABASE_URL, path.resolve("db/migrations"), async (db) => {
    await seedReference(db, {});
    if (values.sample) await seedSample(db, { samplePassword: SAMPLE_PASSWORD });
    const context = systemContext(db, "start");
    sampleAccounts = await switchSampleAccounts(context, values["sample-accounts"]);
    if (values["sample-offered"] && SAMPLE_PASSWORD) await setSamplePassword(context, SAMPLE_PASSWORD);
    if ((await db.$count(users)) === 0) setupPath = `/setup/${setupToken()}`;
    await keepEnd(db);
  });
  process.stdout.write(JSON.stringify({ sampleAccounts, setupPath }));
}

await prepare().catch(fail);
