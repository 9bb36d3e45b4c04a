import { command } from "./launch/command.mjs";

await command("npm run restore", "restore.ts", { fillsDatabase: true });
