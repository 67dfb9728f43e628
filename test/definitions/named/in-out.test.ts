import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../layout/source-files.ts";
import { gatewayzAlerts, httpApiAlerts, spacetimeAlerts } from "./alerts.ts";
import { dashboards, gatewayzDashboards } from "./dashboards.ts";
import { fields } from "./json-fields.ts";
import { jobs } from "./jobs.ts";
import { metricSections } from "./metric-sections.ts";
import { metricsOf } from "./metrics.ts";
import { groups, recordings } from "./rules.ts";
import { logFiles, ports } from "./stack.ts";

const out = join(root, "out");
const read = (path: string): string => readFileSync(join(out, path), "utf8");

interface RuleFile {
  readonly groups: readonly {
    readonly name: string;
    readonly interval: string;
    readonly rules: readonly Rule[];
  }[];
}
interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
}
const ruleGroups = ["prometheus/alerts.yml", "prometheus/recordings.yml"].flatMap(
  (path) => (parse(read(path)) as RuleFile).groups,
);

/** All numbers that stand in an expression, outside of label values and durations. */
function numbersIn(expr: string): number[] {
  const bare = expr.replace(/"(?:[^"\\]|\\.)*"|\[[^\]]*\]/g, "");
  return [...bare.matchAll(/(?<![\w:.])\d+(?:\.\d+)?(?:e[+-]?\d+)?/g)].map(([text]) => Number(text));
}

describe("what the systems ask to be woken by is in out/", () => {
  const rules = ruleGroups.flatMap((group) => group.rules);

  test.each([...spacetimeAlerts, ...httpApiAlerts, ...gatewayzAlerts])(
    "%s is %s after %s, at %d",
    (name, severity, wait, threshold) => {
      const found = rules.filter(({ alert }) => alert === name);
      expect(found).toMatchObject([{ labels: { severity } }]);
      expect(found[0]?.for ?? "0m").toBe(wait);
      expect(numbersIn(found[0]?.expr ?? "")).toContain(threshold);
      expect(read(`docs/alerts/${name}.md`)).toContain(`# ${name}\n`);
    },
  );

  test("the backend, whose rules were left open, has ten of its own at least", () => {
    const own = rules.filter(({ alert, labels }) => alert && labels?.["service"] === "afirgen-backend");
    expect(own.length).toBeGreaterThanOrEqual(10);
  });
});

describe("what is recorded is in out/", () => {
  test.each(recordings)("$name in $group", ({ name, group, every }) => {
    const found = ruleGroups.filter(({ rules }) => rules.some(({ record }) => record === name));
    expect(found).toMatchObject([{ name: group, interval: every }]);
  });
  test.each(groups)("the group %s", (name) => {
    expect(ruleGroups.find((group) => group.name === name)).toMatchObject({ interval: "30s" });
  });
});

interface ScrapeConfig {
  readonly job_name: string;
  readonly metrics_path?: string;
  readonly scrape_interval?: string;
}
interface PrometheusConfig {
  readonly global: { readonly scrape_interval: string };
  readonly scrape_configs: readonly ScrapeConfig[];
}

describe("what is scraped is in out/", () => {
  const config = parse(read("prometheus/prometheus.yml")) as PrometheusConfig;

  test.each(jobs)("$job asks $target every $every", ({ job, target, path, every }) => {
    const scrape = config.scrape_configs.find(({ job_name }) => job_name === job);
    expect(scrape?.metrics_path ?? "/metrics").toBe(path);
    expect(scrape?.scrape_interval ?? config.global.scrape_interval).toBe(every);
    expect(parse(read(`prometheus/targets/${job}.yml`))).toMatchObject([{ targets: [target] }]);
  });

  test.each(fields)("%s becomes %s", (field, metric, type, labels) => {
    const { modules } = parse(read("json-exporter/json-exporter.yml")) as JsonExporter;
    const own = modules["spacetime-performance"]?.metrics.filter(({ path }) => path === `{.${field}}`);
    expect(own).toMatchObject([{ name: metric, valuetype: type, ...(labels ? { labels } : {}) }]);
  });
});

interface JsonExporter {
  readonly modules: Readonly<Record<string, { readonly metrics: readonly { readonly path: string }[] }>>;
}

describe.each(Object.entries(metricsOf))("what %s measures is in out/", (service, named) => {
  const sections = metricSections(read(`docs/metrics/${service}.md`));

  test.each(named)("$name", ({ name, type, labels, buckets }) => {
    const found = sections.get(name) ?? [];
    expect(found).toMatchObject([{ type, labels }]);
    if (buckets) expect(found[0]?.buckets).toEqual(buckets);
  });
});

describe("what is looked at is in out/", () => {
  const folders = readdirSync(join(out, "grafana/dashboards"));
  const found = folders.flatMap((folder) =>
    readdirSync(join(out, "grafana/dashboards", folder)).map((file) => {
      const dashboard = JSON.parse(read(`grafana/dashboards/${folder}/${file}`)) as Dashboard;
      return { folder, ...dashboard };
    }),
  );

  test.each(dashboards)("in %s: %s", (folder, title) => {
    expect(found.filter((one) => one.folder === folder && one.title === title)).toHaveLength(1);
  });
  test("the production dashboard under its uid, with its first look", () => {
    expect(found.find(({ uid }) => uid === "spacetime-vr-production")).toMatchObject({
      title: "SpaceTime VR Production Monitoring",
      refresh: "5s",
      time: { from: "now-1h" },
      templating: { list: [{ name: "datasource" }, { name: "instance" }] },
    });
  });
  test.each(gatewayzDashboards)("of the gateway: %s", (word) => {
    expect(found.filter(({ uid, title }) => uid.startsWith("gatewayz") && title.includes(word))).toHaveLength(
      1,
    );
  });
});

interface Dashboard {
  readonly uid: string;
  readonly title: string;
}

describe("the stack in out/", () => {
  const { services } = parse(read("docker-compose.yml")) as Compose;

  test.each(ports)("has %s at port %d", (name, port) => {
    expect(services[name]?.ports).toMatchObject([{ target: port, published: String(port) }]);
  });
  test.each(logFiles)("ships the lines of %s", (file) => {
    expect(read("filebeat/filebeat.yml")).toMatch(new RegExp(`/${file.replace(".", "\\.")}$`, "m"));
  });
  test("indexes them by their name", () => {
    expect(read("filebeat/filebeat.yml")).toContain("pattern: spacetime-logs-*");
  });
});

interface Compose {
  readonly services: Readonly<Record<string, { readonly ports?: readonly unknown[] }>>;
}
