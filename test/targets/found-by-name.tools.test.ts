import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { parse, stringify } from "yaml";
import { prometheusConfig } from "../../generators/targets/prometheus/config.ts";
import { dataAt, entriesAt, itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { startPrometheus } from "../../scripts/tools/serve.ts";
import { jsonJob, scrapeJob } from "./small-jobs.ts";
import { smallModel } from "./small-model.ts";
import { writtenFiles } from "./written-files.ts";

// What a container is for Prometheus that does not run: a name that nobody knows.

const unknown = "signalbox-container-that-does-not-run";
const address = `http://${unknown}:5066/stats`;
const labels = { service: "shop", price: "1$" };
const jobs = [
  scrapeJob({
    targets: [{ written: `${unknown}:80`, address: `${unknown}:80`, instance: `${unknown}:80` }],
    labels,
    absentWhileStopped: true,
  }),
  jsonJob({
    targets: [{ written: address, address, instance: `${unknown}:5066` }],
    labels,
    absentWhileStopped: true,
  }),
];

/** A Prometheus with these jobs; `change` changes its entries before it starts. */
async function runningPrometheus(change: (jobs: readonly unknown[]) => readonly unknown[]) {
  const folder = writtenFiles(prometheusConfig(smallModel({ jobs })));
  const configFile = join(folder, "prometheus/prometheus.yml");
  const { scrape_configs, global } = dataOf(configFile);
  writeFileSync(configFile, stringify({ global, scrape_configs: change(itemsAt(scrape_configs)) }));
  const server = await startPrometheus({ configFile, dataDir: join(folder, "data") });
  onTestFinished(server.stop);
  const ask = async (path: string): Promise<unknown> => (await fetch(`${server.url}${path}`)).json();
  return { ask, lookups: async () => lookupsOn(await (await fetch(`${server.url}/metrics`)).text()) };
}

function dataOf(file: string) {
  const data: unknown = parse(readFileSync(file, "utf8"));
  return { scrape_configs: dataAt(data, "scrape_configs"), global: dataAt(data, "global") };
}

function lookupsOn(page: string): number {
  return Number(/^prometheus_sd_dns_lookups_total (\d+)$/m.exec(page)?.[1]);
}

test("a target whose name nobody knows is no target, and there is no up of it", async () => {
  const { ask, lookups } = await runningPrometheus((entries) => entries);
  while ((await lookups()) < jobs.length) await wait(200);
  // What it has found it hands on every five seconds.
  await wait(6000);
  expect(itemsAt(await ask("/api/v1/targets"), "data", "activeTargets")).toEqual([]);
  expect(itemsAt(await ask("/api/v1/query?query=up"), "data", "result")).toEqual([]);
});

test("one whose name is known has the labels that a file would give it, and is asked by its name", async () => {
  const { ask } = await runningPrometheus((entries) =>
    entries.map((entry) => ({
      ...Object.fromEntries(entriesAt(entry).filter(([key]) => key !== "dns_sd_configs")),
      static_configs: itemsAt(entry, "dns_sd_configs").map((one) => ({
        targets: ["192.0.2.1:1"],
        labels: { __meta_dns_name: dataAt(one, "names", 0) },
      })),
    })),
  );
  const active = async () => itemsAt(await ask("/api/v1/targets"), "data", "activeTargets");
  while ((await active()).length < jobs.length) await wait(200);
  const seen = (await active()).map((target) => ({
    labels: dataAt(target, "labels"),
    url: textAt(target, "scrapeUrl"),
  }));
  expect(seen).toEqual([
    {
      labels: { job: "shop", instance: `${unknown}:80`, ...labels },
      url: `http://${unknown}:80/metrics`,
    },
    {
      labels: { job: "shop-stock", instance: `${unknown}:5066`, ...labels },
      url: `http://json-exporter:7979/probe?module=shop-stock&target=${encodeURIComponent(address)}`,
    },
  ]);
});
