export { caching } from "./cache.ts";
export { databases } from "./database.ts";
export { errors } from "./errors.ts";
export { latencies } from "./latency.ts";
export { warehouseUse } from "./warehouses.ts";
export { supplierUse } from "./suppliers.ts";
export { system } from "./system.ts";
