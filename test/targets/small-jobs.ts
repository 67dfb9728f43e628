import type { ProbeModule } from "../../generators/language/probe.ts";
import type { JsonJobModel, ProbeJobModel, ScrapeJobModel } from "../../generators/jobs/index.ts";
import { place } from "./small-model.ts";

const everyQuarterMinute = { every: "15s", everyMs: 15_000, timeout: "10s", timeoutMs: 10_000 } as const;

/** A job that scrapes the host's port 8080 as the platform does by default. */
export function scrapeJob(parts: Partial<ScrapeJobModel> = {}): ScrapeJobModel {
  return {
    kind: "scrape",
    name: "shop",
    service: "shop",
    description: "The shop's own metrics.",
    ...everyQuarterMinute,
    targets: [
      { written: "localhost:8080", address: "host.docker.internal:8080", instance: "localhost:8080" },
    ],
    labels: {},
    unguarded: undefined,
    absentWhileStopped: false,
    path: "/metrics",
    scheme: "http",
    request: {},
    fallbackProtocol: undefined,
    metricSteps: [],
    place,
    allow: {},
    ...parts,
  };
}

/** A probe module that says only what it must. */
export function probeModule(parts: Partial<ProbeModule> = {}): ProbeModule {
  return {
    kind: "probe module",
    name: "http_2xx",
    description: "Any 2xx will do.",
    timeout: "5s",
    place,
    ...parts,
  };
}

/** A job that probes the host's port 8080. */
export function probeJob(parts: Partial<ProbeJobModel> = {}): ProbeJobModel {
  return {
    kind: "probe",
    name: "shop-health",
    service: "shop",
    description: "The shop's health check.",
    ...everyQuarterMinute,
    targets: [
      {
        written: "http://localhost:8080/health",
        address: "http://host.docker.internal:8080/health",
        instance: "http://localhost:8080/health",
      },
    ],
    labels: {},
    unguarded: undefined,
    absentWhileStopped: false,
    module: probeModule(),
    place,
    allow: {},
    ...parts,
  };
}

/** A job that reads one gauge from the JSON at the host's port 8080. */
export function jsonJob(parts: Partial<JsonJobModel> = {}): JsonJobModel {
  return {
    kind: "json",
    name: "shop-stock",
    service: "shop",
    description: "The shop's stock, as JSON.",
    ...everyQuarterMinute,
    targets: [
      {
        written: "http://localhost:8080/stock",
        address: "http://host.docker.internal:8080/stock",
        instance: "localhost:8080",
      },
    ],
    labels: {},
    unguarded: undefined,
    absentWhileStopped: false,
    sample: { stock: { items: 12 } },
    bearerToken: undefined,
    fields: [
      { path: "stock.items", metric: "shop_stock_items", type: "gauge", help: "Items in stock.", labels: {} },
    ],
    leftOut: [],
    place,
    allow: {},
    ...parts,
  };
}
