// What a real Prometheus stores of a page, against what we say that it stores.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { metricSteps, relabellingSection, storedAfter } from "../../generators/jobs/metric-relabelling.ts";
import type { MetricRelabelling } from "../../generators/language/metric-relabelling.ts";
import { itemsAt, entriesAt } from "../../generators/targets/validation/untyped-data.ts";
import { printYaml } from "../../generators/text/yaml.ts";
import { startPrometheus } from "../../scripts/tools/serve.ts";

// An empty cache of tools is filled here.
const patienceMs = 300_000;

const page: readonly Readonly<Record<string, string>>[] = [
  { __name__: "go_goroutines" },
  { __name__: "till_sales_total", kind: "test", lane: "a" },
  { __name__: "till_sales_total", kind: "real", lane: "a", path: "/sales/17" },
  { __name__: "till_sales_total", kind: "real", lane: "b", path: "/sales/none" },
  { __name__: "till_open", lane: "b", firmware: "1.2" },
  { __name__: "till_open", lane: "a;b" },
  { __name__: "till_ready", lane: "c" },
  { __name__: "old_drawers", lane: "A-1" },
  { __name__: "door_open" },
];

const written: readonly MetricRelabelling[] = [
  { drop: { metric: /go_.+/ } },
  { drop: { metric: "till_sales_total", labels: { kind: ["test", "dry.run"] } } },
  // With the separator that Prometheus takes by itself this would be "a;b" too.
  { drop: { metric: /till_op.*/, labels: { lane: "b" } } },
  { replace: { metric: /old_(.+)/, to: "till_$1" } },
  { keep: { metric: /till_.+/, labels: { lane: /[a-c].*|/i } } },
  { dropLabel: "firmware" },
  { replace: { label: "path", from: /\/sales\/([0-9]+)/, to: "/sales/${1}_id" } },
  { replace: { label: "kind", from: "real", to: "" } },
  { replace: { label: "zone", from: "", to: "$$none" } },
];

async function servedPage(): Promise<string> {
  const lines = page.map(({ __name__: name, ...labels }) => {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    return `${name}{${pairs.join(",")}} 1\n`;
  });
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(lines.join(""));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // A cast: a server on a port has an address with one.
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("a real Prometheus stores what we say", { timeout: patienceMs }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-relabelling-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const steps = metricSteps(written);
  const job = {
    job_name: "till",
    static_configs: [{ targets: [await servedPage()], labels: { instance: "till-1" } }],
    metric_relabel_configs: relabellingSection(steps),
  };
  const config = { global: { scrape_interval: "1s", scrape_timeout: "1s" }, scrape_configs: [job] };
  const configFile = join(folder, "prometheus.yml");
  writeFileSync(configFile, printYaml(config, { source: "a test" }));
  const prometheus = await startPrometheus({ configFile, dataDir: join(folder, "data") });
  onTestFinished(() => prometheus.stop());
  const query = `${prometheus.url}/api/v1/query?query=${encodeURIComponent('{job="till",__name__!~"up|scrape_.*"}')}`;
  const stored = async () => {
    const answer: unknown = await (await fetch(query)).json();
    return itemsAt(answer, "data", "result").map((one) => Object.fromEntries(entriesAt(one, "metric")));
  };
  await vi.waitFor(async () => expect(await stored()).not.toEqual([]), { timeout: 60_000, interval: 100 });
  const meant = page
    .map((one) => storedAfter(steps, { ...one, job: "till", instance: "till-1" }))
    .filter((one) => one !== undefined);
  const sorted = (all: readonly object[]) =>
    all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
  expect(sorted(await stored())).toEqual(sorted(meant));
  expect(meant).toHaveLength(5);
});
