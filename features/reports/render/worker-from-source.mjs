// Node cannot load the TypeScript of the worker by itself. Next bundles the worker; tests and tools
// start it through this file.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
