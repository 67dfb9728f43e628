export * from "./health.ts";
export * from "./orders.ts";
export * from "./program.ts";
export * from "./tickets.ts";
export * from "./waiting-room.ts";
