export { caching } from "./cache.ts";
export { databases } from "./database.ts";
export { errors } from "./errors.ts";
export { latencies } from "./latency.ts";
export { modelUse } from "./models.ts";
export { providerUse } from "./providers.ts";
export { system } from "./system.ts";
