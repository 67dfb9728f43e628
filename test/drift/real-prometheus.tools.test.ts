import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { jobNamed } from "../../generators/model/lookups.ts";
import { driftOf } from "../../scripts/drift/drift-of.ts";
import { readFrom } from "../../scripts/drift/read-from.ts";
import { startPrometheus } from "../../scripts/tools/serve.ts";
import { model } from "../example-model.ts";
import { makeFolder } from "../build/out-fixture.ts";
import { changedShop, changedShops, type ChangedShop } from "./changed-simulator.ts";

const job = jobNamed(model, "ticket-shop");
if (!job) throw new Error("the example has no job ticket-shop");

/** What drift finds through a real Prometheus that scrapes the shop as it is deployed to. */
async function throughPrometheus(changed?: ChangedShop) {
  const url = new URL(await changedShop(changed));
  const folder = makeFolder();
  const labels = { ...job?.labels, instance: job?.targets[0]?.instance };
  const scrape = {
    ...{ job_name: "ticket-shop", scrape_interval: "1s", metrics_path: url.pathname },
    static_configs: [{ targets: [url.host], labels }],
  };
  const configFile = join(folder, "prometheus.yml");
  writeFileSync(configFile, JSON.stringify({ scrape_configs: [scrape] }));
  const prometheus = await startPrometheus({ configFile, dataDir: join(folder, "data") });
  onTestFinished(() => prometheus.stop());
  const read = () => readFrom(model, job ? [job] : [], { prometheus: prometheus.url });
  // It has nothing before its first scrape, and a machine that is busy with other things takes its time.
  return vi.waitFor(
    async () => {
      const reading = await read();
      expect(reading.exposed).toHaveLength(1);
      return reading;
    },
    { timeout: 120_000, interval: 500 },
  );
}

const kindsIn = ({ exposed }: Awaited<ReturnType<typeof readFrom>>) =>
  driftOf(model, exposed).map(({ kind, metric }) => `${kind}: ${metric}`);

test(
  "as it was declared, nothing differs, though Prometheus adds labels and series",
  { timeout: 180_000 },
  async () => {
    const reading = await throughPrometheus();
    expect(kindsIn(reading)).toEqual([]);
    expect(reading.complaints).toEqual([]);
    // What the rules record is not there: it has none.
    expect(reading.silent?.filter(({ kind }) => kind === "recording").length).toBeGreaterThan(0);
  },
);

test.each([
  ["a metric of another type", ["retyped-metric: shop_orders_total"]],
  ["other buckets", ["other-buckets: shop_request_duration_seconds"]],
  ["series that are born late", ["born-late: shop_orders_total"]],
] as const)("%s", { timeout: 180_000 }, async (name, kinds) => {
  expect(kindsIn(await throughPrometheus(changedShops[name]))).toEqual(kinds);
});
