import type { Platform } from "signalbox";
import { deployWith, smallDeploy, smallPlatform } from "./small-platform.ts";
import { runbookWords } from "./small-runbook.ts";
import { plainWords, sales } from "./small-shop.ts";
import { phoneOrders, plainSlo } from "./small-slo.ts";

// What the examples of the checks stand in; docs/checks/README.md says of each name what it is.

export { bySeverity, critical, low, onCall, unrouted } from "./small-platform.ts";
export { api, FewOrders, orderRate } from "./small-shop.ts";
export const orders = sales.shop_orders_total;
export const rest = plainWords;
export const restOfSlo = {
  ...plainSlo,
  indicator: phoneOrders,
  allow: { "slos-are-heard-at-night": "nobody buys at night" },
};
export const restOfRunbook = runbookWords;
export const root = smallPlatform.routing;
export const stack = smallDeploy;

const logs = { output: "logstash", hosts: ["logs.internal:5044"], timeZone: "UTC" } as const;

/** What the platform has already where an example is about something else that needs it, by a word of it. */
export const needed: Readonly<Record<string, Partial<Platform>>> = {
  jsonEndpoint: deployWith("json-exporter"),
  logSource: { ...deployWith("filebeat"), logs },
  slo: { prometheus: { ...smallPlatform.prometheus, retention: "31d" } },
  // The small platform's own address is a placeholder, and says so.
  docsUrl: { allow: {} },
};
