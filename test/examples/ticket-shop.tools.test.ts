import { describe, expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { coverage } from "../../scripts/validate/coverage.ts";
import { judges } from "../../scripts/validate/judges/index.ts";
import { definitions, exampleCompiled, model } from "../example-model.ts";
import { exampleOut } from "../example-project.ts";
import { alertOn } from "../live/alerts-on.ts";

test("it compiles without a problem", () => {
  const { problems, files } = exampleCompiled();
  expect(problems.map(formatProblem)).toEqual([]);
  expect(Object.keys(files)).toContain("prometheus/alerts.yml");
});

describe("the real programs accept what is deployed of it", () => {
  const { files } = exampleCompiled();

  test.each(judges.map((judge) => [judge.id, judge] as const))("%s", async (_id, judge) => {
    const subject = { model, outFolder: exampleOut(), files };
    const verdict =
      "tool" in judge ? await judge.judge(subject, await findTool(judge.tool)) : await judge.judge(subject);
    expect(verdict.problems.map(formatProblem)).toEqual([]);
    // A judge that looked at nothing would accept everything.
    expect(verdict.judged).toMatch(/^[1-9]\d* /);
  });

  test("every file of it has a judge", () => {
    expect(coverage(files, judges).problems).toEqual([]);
  });
});

describe("it has what the engine's tests need to see", () => {
  test("every kind of job, and whatever a service can have", () => {
    expect(new Set(model.jobs.map(({ kind }) => kind))).toEqual(new Set(["scrape", "json", "probe"]));
    const [shop] = definitions.services.filter(({ name }) => name === "ticket-shop");
    const parts = { ...shop };
    for (const part of [
      "jobs",
      "metrics",
      "recordings",
      "alerts",
      "dashboards",
      "slos",
      "runbooks",
      "logs",
      "jsonFields",
    ] as const) {
      expect(Object.keys(parts[part] ?? {}), part).not.toEqual([]);
    }
  });

  test("every way in which a scenario plays", () => {
    const kinds = new Set(model.alerts.flatMap(({ scenarios }) => scenarios.flatMap(kindsOf)));
    expect([...kinds].sort()).toEqual([
      "grows",
      "holds",
      "quantile",
      "restarts",
      "runs",
      "share",
      "time left",
    ]);
  });

  test("two jobs at one address that export one name, and a label that the target has too", () => {
    const at9000 = model.jobs.filter(({ targets }) =>
      targets.some(({ instance }) => instance === "localhost:9000"),
    );
    expect(at9000.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["ticket-shop", "ticket-shop-worker"]),
    );
    const starts = model.metrics.filter(({ name }) => name === "process_start_time_seconds");
    expect(starts.map(({ job }) => job).sort()).toEqual(["ticket-shop", "ticket-shop-worker"]);
    const calls = model.catalogue.all.find(({ name }) => name === "shop_calls_total");
    expect([...(calls?.labels.keys() ?? [])]).toContain("exported_service");
  });

  test("one alert about each program of the stack", () => {
    expect(alertOn(model, "up", "blackbox-exporter").name).toBe("TargetDown");
    expect(alertOn(model, "prometheus_config_last_reload_successful", "prometheus").name).toBe(
      "PrometheusConfigReloadFailed",
    );
  });
});

function kindsOf({ given }: (typeof model.alerts)[number]["scenarios"][number]): string[] {
  return given.map(({ kind }) => kind);
}
