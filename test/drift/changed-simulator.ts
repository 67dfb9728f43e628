// A simulated ticket shop whose program is not what was declared of it.
import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import type { MetricDefinition } from "../../generators/language/metric-definition.ts";
import type { MetricModel } from "../../generators/model/model.ts";
import { startSimulator } from "../../scripts/simulate/simulator.ts";
import { definitions, model } from "../example-model.ts";
import { urlOf } from "../simulate/running-simulator.ts";

/** What becomes of a metric: another definition, or none. */
type Change = (definition: MetricDefinition) => Partial<MetricDefinition> | undefined;

/** What is changed in the program. */
export interface ChangedShop {
  /** Metrics of the job ticket-shop by their names. */
  readonly metrics?: Readonly<Record<string, Change>>;
  /** Lines that its answer lacks. */
  readonly without?: RegExp;
}

/** Where the job ticket-shop answers. */
export async function changedShop({ metrics: changes = {}, without }: ChangedShop = {}): Promise<string> {
  const metrics = model.metrics.flatMap((metric): readonly MetricModel[] => {
    const change = metric.job === "ticket-shop" ? changes[metric.name] : undefined;
    if (!change) return [metric];
    const changed = change(metric.definition);
    return changed ? [{ ...metric, definition: { ...metric.definition, ...changed } }] : [];
  });
  const simulator = await startSimulator({ model: { ...model, metrics }, services: definitions.services });
  onTestFinished(() => simulator.stop());
  const url = urlOf(simulator, "ticket-shop");
  return without ? filtered(url, without) : url;
}

/** The same answer without some of its lines. */
async function filtered(url: string, without: RegExp): Promise<string> {
  const server = createServer(async (_request, response) => {
    const lines = (await (await fetch(url)).text()).split("\n");
    // Without it a Prometheus takes nothing.
    response.setHeader("content-type", "text/plain; version=0.0.4");
    response.end(lines.filter((line) => !without.test(line)).join("\n"));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}/metrics`;
}

/** One change of each sort, of which somebody must be told. */
export const changedShops = {
  "a metric that is gone": { metrics: { shop_orders_total: () => undefined } },
  "a metric of another type": { metrics: { shop_orders_total: () => ({ type: "gauge" }) } },
  "another label": { metrics: { process_start_time_seconds: () => ({ labels: { shard: ["1", "2"] } }) } },
  "other buckets": {
    metrics: { shop_request_duration_seconds: () => ({ buckets: [0.05, 0.1, 0.25, 1, 2.5] }) },
  },
  "series that are born late": { without: /^shop_orders_total\{.*result="failed"/ },
} as const satisfies Readonly<Record<string, ChangedShop>>;
