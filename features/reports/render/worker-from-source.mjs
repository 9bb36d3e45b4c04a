// Node alone cannot read the TypeScript of the worker; Next bundles it, everything else (tests,
// tools) comes through here.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
