import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { countPlacesFrom } from "../../generators/language/place.ts";
import { newService } from "../../scripts/new/service/new-service.ts";
import { newSlo } from "../../scripts/new/slo/new-slo.ts";
import type { SloWishes } from "../../scripts/new/slo/slo-wishes.ts";
import { exampleProject } from "../example-project.ts";
import { runSignalbox } from "../project/make-project.ts";
import { answer, knownProject, write } from "./new-in-project.ts";
import { smallExposition } from "./small-exposition.ts";

// Loading another project counts places from there.
afterAll(() => countPlacesFrom(fileURLToPath(new URL("../..", import.meta.url))));

const folder = "definitions/services/queue";
const metric = "queue_jobs_total";
const where = "result=failed";

/** A project in which the service has metrics, and no alert yet. */
async function withService(): Promise<string> {
  const root = exampleProject();
  writeFileSync(join(root, "metrics.txt"), smallExposition);
  const wishes = { metrics: join(root, "metrics.txt"), target: "localhost:9400", owner: "Queue team" };
  write(root, await newService("queue", wishes, await knownProject(root)));
  // What is in its place was never loaded.
  const copy = exampleProject();
  cpSync(join(root, "definitions"), join(copy, "definitions"), { recursive: true });
  return copy;
}

// Builds of a whole project, with its types.
const patience = { timeout: 240_000 };

test("the first SLO of a service is heard at night by an alert that comes with it", patience, async () => {
  const root = await withService();
  const known = await knownProject(root);
  const plan = await newSlo("queue-jobs", { service: "queue", metric, where, component: "jobs" }, known);
  expect(write(root, plan)).toEqual([
    `new ${folder}/slos.ts`,
    `changed ${folder}/service.ts`,
    `new ${folder}/alerts.ts`,
    `changed ${folder}/dashboards.ts`,
  ]);
  expect("notes" in plan && plan.notes).toContain(
    "Below its minimumTraffic the SLO is silent, and QueueJobsOftenFail is heard. Where another alert is, it can go: the build says when none is (slos-are-heard-at-night).",
  );
  const alert = readFileSync(join(root, folder, "alerts.ts"), "utf8");
  expect(alert).toContain(
    'export const QueueJobsOftenFail = alert({\n  severity: medium,\n  component: "jobs",',
  );
  expect(alert).toContain(').gt(percent(10)),\n  for: "10m",');
  const files = ["service", "scrape", "slos", "alerts", "dashboards"].map((name) => `${folder}/${name}.ts`);
  answer(root, files);
  const built = await runSignalbox(["build"], { folder: root });
  expect(built.stderr).toBe("");
  expect(built.exitCode).toBe(0);
});

test("one of time goes on at night, and comes alone", patience, async () => {
  const root = await withService();
  const wishes: SloWishes = { service: "queue", metric: "queue_up", below: "1" };
  expect(write(root, await newSlo("queue-up", wishes, await knownProject(root)))).toEqual([
    `new ${folder}/slos.ts`,
    `changed ${folder}/service.ts`,
  ]);
});

test("what tells no good from bad is refused with what does", patience, async () => {
  const known = await knownProject(await withService());
  const noIndicator: readonly (readonly [wishes: SloWishes, reason: string])[] = [
    [{ metric: "queue_xact_rollback" }, "none of its labels does (db)."],
    [{ metric: "queue_xact_rollback", where: "db=a" }, "db tells where queue_xact_rollback happened"],
    [{ metric: "queue_xact_rollback", of: "queue_xact_rollback" }, "is the metric itself"],
    [{ metric: "queue_xact_rollback", of: "queue_up" }, "queue_up is a gauge"],
  ];
  for (const [own, reason] of noIndicator) {
    expect(await newSlo("none", { service: "queue", ...own }, known)).toEqual({
      refused: expect.stringContaining(reason),
    });
  }
});
