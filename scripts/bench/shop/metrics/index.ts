export * from "./backends.ts";
export * from "./requests.ts";
export * from "./storage.ts";
