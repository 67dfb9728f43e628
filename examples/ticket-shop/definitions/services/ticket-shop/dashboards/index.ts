export * from "./operations.ts";
export * from "./sales.ts";
