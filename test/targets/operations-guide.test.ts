import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Model } from "../../generators/model/model.ts";
import { compose } from "../../generators/targets/compose/compose-file.ts";
import { operationsGuide } from "../../generators/targets/docs/operations-guide.ts";
import { textAt, dataAt } from "../../generators/targets/validation/untyped-data.ts";
import { jsonJob, probeJob, scrapeJob } from "./small-jobs.ts";
import { dashboard } from "./small-dashboard.ts";
import { log, loggingShop } from "./small-log.ts";
import { critical, low, secret, smallModel, smallPlatform } from "./small-model.ts";
import { inhibition, interval } from "./small-routing.ts";
import { alertModel, gaugeSeries, analysisOf } from "./small-rules.ts";

const page = (parts: Partial<Model> = {}) => operationsGuide(smallModel(parts))["docs/operations.md"] ?? "";
const logging = { services: [loggingShop], logs: [log()] };

describe("what is kept", () => {
  test("is what the stack says", () => {
    const { prometheus } = smallPlatform();
    const platform = smallPlatform({ prometheus: { ...prometheus, retention: "30d", retentionSizeGiB: 5 } });
    expect(page({ platform })).toContain(
      "| samples in Prometheus | 30d, or less once they take more than 5 GiB | `definitions/platform/platform.ts` |\n",
    );
    expect(page(logging)).toContain("| log lines of the services in Elasticsearch | 30 days | ");
    expect(page()).not.toMatch(/Elasticsearch|Filebeat/);
  });

  test("by Alertmanager is its own default, or what the platform says", () => {
    const row = "| silences and the notification log in Alertmanager | ";
    expect(page()).toContain(`${row}5 days after they end | Alertmanager's default |\n`);
    const platform = smallPlatform({ alertmanager: { retention: "8d" } });
    expect(page({ platform })).toContain(
      `${row}8d after they end | \`definitions/platform/platform.ts\` |\n`,
    );
  });

  test("of what programs print is what compose says", () => {
    const data: unknown = parse(compose(smallModel())["docker-compose.yml"] ?? "");
    const options = dataAt(data, "services", "grafana", "logging", "options");
    expect([textAt(options, "max-file"), textAt(options, "max-size")]).toEqual(["3", "10m"]);
    expect(page()).toContain("the last 3 files of up to 10 MiB per container");
  });

  test("cannot be deleted by series, because compose does not switch that on", () => {
    expect(page()).toContain("because Prometheus' admin API is off");
    expect(compose(smallModel())["docker-compose.yml"]).not.toContain("--web.enable-admin-api");
  });

  test("goes with everything else, in the profile of the logs too", () => {
    expect(page()).toContain("`docker compose down --volumes`");
    expect(page(logging)).toContain("`docker compose --profile logs down --volumes`");
  });
});

describe("a target is down", () => {
  test("the alerts that look at up are named", () => {
    const down = { ...gaugeSeries("up"), metric: "up" };
    const other = alertModel({ name: "Stock", analysis: analysisOf(gaugeSeries("shop_items")) });
    expect(page({ alerts: [alertModel({ analysis: analysisOf(down) }), other] })).toContain(
      "**Symptom**: `up` of its job is 0; [ShopDown](<alerts/ShopDown.md>) watches it.\n",
    );
    expect(page({ alerts: [other] })).toContain("**Symptom**: `up` of its job is 0.\n");
  });

  test.each<[string, Partial<Model>, string]>([
    ["this machine", { jobs: [scrapeJob()] }, "must listen on more than 127.0.0.1"],
    ["answers without a format", { jobs: [scrapeJob()] }, "| blank Content-Type, unsupported Content-Type |"],
    ["a token", { jobs: [scrapeJob({ request: { bearerToken: secret("t") } })] }, "| 401, 403 |"],
    ["probes", { jobs: [probeJob()] }, "see `docker compose logs` for `blackbox-exporter`"],
    ["JSON", { jobs: [jsonJob()] }, "see `docker compose logs` for `json-exporter`"],
  ])("what can be the reason with %s, and only then", (_, parts, words) => {
    expect(page(parts)).toContain(words);
    expect(page()).not.toContain(words);
  });
});

describe("an alert is silent", () => {
  test("without alerts there is no such section", () => {
    expect(page()).not.toContain("## An alert notifies nobody");
  });

  test("the worst alert is asked for with its labels", () => {
    const slow = alertModel({ name: "ShopSlow", severity: low });
    const down = alertModel({ severity: critical });
    expect(page({ alerts: [slow, down] })).toContain(
      "--config.file=/etc/alertmanager/alertmanager.yml alertname=ShopDown severity=critical service=shop component=api\n",
    );
  });

  test("hours of the week are a reason only where there are some", () => {
    const timeIntervals = { hours: interval("hours") };
    const alerts = [alertModel()];
    expect(page({ alerts, platform: smallPlatform({ timeIntervals }) })).toContain(
      "muted at this time of the week",
    );
    expect(page({ alerts })).not.toContain("muted at this time of the week");
  });
});

test("of dashboards, recordings and inhibitions nothing is said where there are none", () => {
  const alerts = [alertModel()];
  expect(page({ alerts })).not.toMatch(/panel|dashboard|recording|inhibit/i);
  const inhibitions = { one: inhibition("one") };
  const full = page({ alerts, dashboards: [dashboard([])], platform: smallPlatform({ inhibitions }) });
  expect(full).toMatch(/Its panels have gaps[^]*a panel says "No data"[^]*--inhibited[^]*\| inhibited \|/);
});

test("memory: the limits of the programs that run, as compose has them", () => {
  expect(page(logging)).toContain("| `filebeat` | 128 MiB |\n| `elasticsearch` | 128 MiB |");
  const limits = [...page(logging).matchAll(/^\| `(.*)` \| (\d+) MiB \|$/gm)];
  const data: unknown = parse(compose(smallModel(logging))["docker-compose.yml"] ?? "");
  expect(limits).toHaveLength(9);
  for (const [, name = "", limit] of limits) {
    expect(textAt(data, "services", name, "mem_limit")).toBe(`${limit}m`);
  }
});
