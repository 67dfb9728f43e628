export * from "./api.ts";
export * from "./background-tasks.ts";
export * from "./cache.ts";
export * from "./database.ts";
export * from "./model-servers.ts";
export * from "./system.ts";
