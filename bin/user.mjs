import { command } from "./launch/command.mjs";

await command("npm run user", "user.ts");
