import { command } from "./launch/command.mjs";

await command("npm run backup", "backup.ts");
