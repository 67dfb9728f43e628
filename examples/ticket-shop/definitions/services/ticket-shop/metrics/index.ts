export * from "./sales.ts";
export * from "./status.ts";
export * from "./worker.ts";
