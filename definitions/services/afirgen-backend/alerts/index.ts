export * from "./availability.ts";
export * from "./cache.ts";
export * from "./database.ts";
export * from "./model-servers.ts";
export * from "./requests.ts";
export * from "./system.ts";
export * from "./tasks.ts";
