import { command } from "./launch/command.mjs";

await command("npm run audit", "audit.ts");
