import path from "node:path";
import { parseArgs } from "node:util";
import { Refusal } from "@/db/embedded/refusal.mjs";

export type BackupArgs = { file: string; isForced: boolean };

/**
 * @param verb "backup" or "restore"
 * @param args arguments after the name of the command
 * @param folder base of a relative file name: the operator's working directory
 * @throws Refusal with the error and the usage
 */
export function parseBackupArgs(verb: "backup" | "restore", args: string[], folder: string): BackupArgs {
  const usage = `Usage: npm run ${verb} -- FILE [--force]`;
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { force: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new Error("One file is wanted.");
    return { file: path.resolve(folder, file), isForced: values.force };
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : String(error)} ${usage}`);
  }
}

/** The operator's working directory, because npm itself changes to the clone. */
export function folderOfCaller(): string {
  return process.env.INIT_CWD ?? process.cwd();
}
