import { command } from "./launch/command.mjs";

await command("npm run migrate", "migrate.ts");
