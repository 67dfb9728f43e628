export * from "./critical.ts";
export * from "./health-monitor.ts";
export * from "./high.ts";
export * from "./http-api-critical.ts";
export * from "./http-api-warning.ts";
export * from "./low.ts";
export * from "./medium.ts";
export * from "./operational.ts";
