export * from "./cache.ts";
export * from "./database.ts";
export * from "./machine.ts";
export * from "./model-servers.ts";
export * from "./requests.ts";
export * from "./tasks.ts";
