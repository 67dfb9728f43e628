export * from "./api.ts";
export * from "./health.ts";
export * from "./performance.ts";
export * from "./plain-names.ts";
export * from "./telemetry.ts";
