import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { prometheusAlerts } from "../../generators/targets/prometheus/alerts.ts";
import { prometheusConfig } from "../../generators/targets/prometheus/config.ts";
import { prometheusRecordings } from "../../generators/targets/prometheus/recordings.ts";
import { prometheusTargets } from "../../generators/targets/prometheus/target-files.ts";
import type { ScrapeRequest } from "../../generators/language/scrape-request.ts";
import type { Model } from "../../generators/model/model.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { jsonJob, probeJob, scrapeJob } from "./small-jobs.ts";
import { secret, smallModel, smallPlatform } from "./small-model.ts";
import { alertModel, group, recording } from "./small-rules.ts";
import { writtenFiles } from "./written-files.ts";

const promtool = await findTool("promtool");

/** Writes what Prometheus reads; gives the folder. */
function prometheusFolder(parts: Partial<Model>): string {
  const model = smallModel(parts);
  const outputs = [prometheusConfig, prometheusTargets, prometheusAlerts, prometheusRecordings];
  return join(writtenFiles(Object.assign({}, ...outputs.map((output) => output(model)))), "prometheus");
}

const checkConfig = (folder: string, ...options: string[]) =>
  runTool(promtool, [
    "check",
    "config",
    "--lint=all",
    "--lint-fatal",
    ...options,
    join(folder, "prometheus.yml"),
  ]);

const long = `sum by (job, endpoint, method) (rate(http_requests_total{job="shop"}[5m]))`;
const rules: Partial<Model> = {
  groups: [group("alerts"), group("recordings")],
  alerts: [
    alertModel({ keepFiringFor: "5m" }),
    alertModel({
      name: "ShopErrors",
      expr: `${long} / ${long} > 0.05`,
      for: "0m",
      forMs: 0,
      labels: { severity: "critical", quote: 'say "no"', power: "off" },
      annotations: {
        summary: "{{ $value | humanizePercentage }} in Zürich: ✓",
        description: "a\n{{ $labels.job }}",
      },
    }),
  ],
  recordings: [
    recording(),
    recording({ name: "job:long:rate5m", expr: `histogram_quantile(0.95, ${long})` }),
  ],
};
const jobs = [scrapeJob({ labels: { zone: "1" } }), probeJob(), jsonJob()];

describe("rules", () => {
  test.each(["alerts.yml", "recordings.yml"])("%s with two rules, one of them long", async (file) => {
    const path = join(prometheusFolder(rules), file);
    const result = await runTool(promtool, ["check", "rules", "--lint=all", "--lint-fatal", path]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toContain("SUCCESS: 2 rules found");
  });

  test.each(["alerts.yml", "recordings.yml"])("%s without a rule", async (file) => {
    const path = join(prometheusFolder({}), file);
    const result = await runTool(promtool, ["check", "rules", "--lint=all", "--lint-fatal", path]);
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toContain("SUCCESS: 0 rules found");
  });
});

describe("the configuration", () => {
  test("with a job of each kind, its target files and its rule files", async () => {
    const result = await checkConfig(prometheusFolder({ ...rules, jobs }));
    expect(result).toMatchObject({ code: 0, stderr: "" });
    expect(result.stdout).toContain("SUCCESS: 2 rule files found");
  });

  test("in which nothing is monitored", async () => {
    expect(await checkConfig(prometheusFolder({}))).toMatchObject({ code: 0, stderr: "" });
  });

  test("of a job without a target", async () => {
    const folder = prometheusFolder({ jobs: [scrapeJob({ targets: [] })] });
    expect(await checkConfig(folder)).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([
    "PrometheusText0.0.4",
    "PrometheusText1.0.0",
    "OpenMetricsText0.0.1",
    "OpenMetricsText1.0.0",
    "PrometheusProto",
  ] as const)(
    "of a job whose answers are taken for %s where they do not say what they are",
    async (fallbackProtocol) => {
      const folder = prometheusFolder({ jobs: [scrapeJob({ fallbackProtocol })] });
      expect(await checkConfig(folder)).toMatchObject({ code: 0, stderr: "" });
    },
  );

  test("of jobs with tokens, a pace of their own, and external labels", async () => {
    const bearerToken = secret("shop_token");
    const prometheus = { ...smallPlatform().prometheus, externalLabels: { site: "Zürich", shard: "1" } };
    const folder = prometheusFolder({
      platform: smallPlatform({ prometheus }),
      jobs: [
        scrapeJob({ request: { bearerToken }, every: "1m", timeout: "20s", scheme: "https" }),
        jsonJob({ bearerToken }),
      ],
    });
    // The secret files are not on this machine, and the check would miss them.
    expect(await checkConfig(folder, "--syntax-only")).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("requests", () => {
  const ofRequest = (request: ScrapeRequest) =>
    checkConfig(prometheusFolder({ jobs: [scrapeJob({ scheme: "https", request })] }), "--syntax-only");

  test("with a password, certificates, headers and parameters are accepted", async () => {
    const tls = {
      authority: secret("a"),
      certificate: secret("c"),
      key: secret("k"),
      serverName: "shop.internal",
    };
    const headers = { "X-Scope-OrgID": "Zürich & co.", "X-Api-Key": secret("key") };
    const parameters: ScrapeRequest["parameters"] = { "collect[]": ["cpu", "a b&c=d"] };
    const basicAuth = { user: "prometheus", password: secret("p") };
    expect(await ofRequest({ basicAuth, tls, headers, parameters })).toMatchObject({ code: 0, stderr: "" });
    expect(await ofRequest({ tls: { unverified: "because" } })).toMatchObject({ code: 0, stderr: "" });
  });

  const reserved = [
    "Authorization",
    "host",
    "User-Agent",
    "X-Prometheus-Scrape-Timeout-Seconds",
    "Keep-Alive",
  ];
  // What we refuse, and why: each is refused by Prometheus as well.
  test.each<[string, ScrapeRequest]>([
    [
      "a token beside a password",
      { bearerToken: secret("t"), basicAuth: { user: "u", password: secret("p") } },
    ],
    ["a certificate without its key", { tls: { certificate: secret("c") } }],
    ...reserved.map((name): [string, ScrapeRequest] => [`the header ${name}`, { headers: { [name]: "x" } }]),
  ])("with %s are refused", async (_what, request) => {
    expect((await ofRequest(request)).code).not.toBe(0);
  });
});

describe("what Prometheus makes of the targets", () => {
  test("of a job that another environment has elsewhere: what its own file says, and nothing of the first", async () => {
    const folder = prometheusFolder({ jobs });
    const file = join(folder, "targets/shop.yml");
    // As the deploy guide says: the address and the instance are changed, the labels stay.
    const own = readFileSync(file, "utf8")
      .replace("host.docker.internal:8080", "shop-1.example.org:80")
      .replace("instance: localhost:8080", "instance: shop-1");
    writeFileSync(file, own);
    expect(await checkConfig(folder)).toMatchObject({ code: 0, stderr: "" });
    const config = join(folder, "prometheus.yml");
    const result = await runTool(promtool, ["check", "service-discovery", "--timeout=2s", config, "shop"]);
    expect(JSON.parse(result.stdout)).toMatchObject([
      { labels: { __address__: "shop-1.example.org:80", instance: "shop-1", job: "shop", zone: "1" } },
    ]);
  });

  test.each([
    [
      "shop",
      {
        __address__: "host.docker.internal:8080",
        __metrics_path__: "/metrics",
        instance: "localhost:8080",
        zone: "1",
      },
    ],
    [
      "shop-health",
      {
        __address__: "blackbox-exporter:9115",
        __metrics_path__: "/probe",
        __param_module: "http_2xx",
        __param_target: "http://host.docker.internal:8080/health",
        instance: "http://localhost:8080/health",
      },
    ],
    [
      "shop-stock",
      {
        __address__: "json-exporter:7979",
        __metrics_path__: "/probe",
        __param_module: "shop-stock",
        __param_target: "http://host.docker.internal:8080/stock",
        instance: "localhost:8080",
      },
    ],
  ])("of the job %s", async (job, labels) => {
    const config = join(prometheusFolder({ jobs }), "prometheus.yml");
    // It listens for targets until the time is up; files are read at once.
    const result = await runTool(promtool, ["check", "service-discovery", "--timeout=2s", config, job]);
    expect(result.code).toBe(0);
    const discovered: unknown = JSON.parse(result.stdout);
    expect(discovered).toMatchObject([{ labels: { job, ...labels } }]);
  });
});
