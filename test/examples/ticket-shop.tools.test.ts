import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { coverage } from "../../scripts/validate/validate.ts";
import { validators } from "../../generators/targets/index.ts";
import { definitions, exampleCompiled, model } from "../example-model.ts";
import { exampleOut } from "../example-project.ts";
import { alertOn } from "../live/alerts-on.ts";
import { resultOf } from "../validate/result-of.ts";

test("it compiles without a problem", () => {
  const { problems, files } = exampleCompiled();
  expect(problems.map(formatProblem)).toEqual([]);
  expect(Object.keys(files)).toContain("prometheus/alerts.yml");
});

describe("the real programs accept what is deployed of it", () => {
  const { files } = exampleCompiled();
  // They read what is there, and change nothing of it.
  const outFolder = mkdtempSync(join(tmpdir(), "signalbox-shop-"));
  beforeAll(() => void exampleOut(outFolder));
  afterAll(() => rmSync(outFolder, { recursive: true, force: true }));

  test.each(validators.map((validator) => [validator.id, validator] as const))(
    "%s",
    async (_id, validator) => {
      const { checked, problems } = await resultOf(validator, { model, outFolder, files });
      expect(problems.map(formatProblem)).toEqual([]);
      // A validator that looked at nothing would accept everything.
      expect(checked).toMatch(/^[1-9]\d* /);
    },
  );

  test("every file of it has a validator", () => {
    expect(coverage(files, validators).problems).toEqual([]);
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
