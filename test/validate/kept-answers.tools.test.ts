import { mixesRecorded } from "../../generators/rule-tests/with-added-label.ts";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { filesOfEach, type Files } from "../../generators/output.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { prometheusAlerts } from "../../generators/targets/prometheus/alerts.ts";
import { prometheusRecordings } from "../../generators/targets/prometheus/recordings.ts";
import { prometheusTests } from "../../generators/targets/prometheus/tests.ts";
import { prometheusRules } from "../../generators/targets/prometheus/validators/prometheus-rules.ts";
import { ruleTests } from "../../generators/targets/prometheus/validators/rule-tests.ts";
import type { Sound } from "../../generators/targets/validation/subject.ts";
import { shelfAt } from "../../scripts/kept/shelf.ts";
import { findTool, type Tool } from "../../scripts/tools/find-tool.ts";
import { alertmanagers } from "../../scripts/validate/alertmanagers.ts";
import { nothingKnown, soundBy, type Known } from "../../scripts/validate/known.ts";
import { isPacked } from "../../scripts/validate/runners/packed-answers.ts";
import { resultOf, runOf } from "../../scripts/validate/run-validators.ts";
import { model as everyShape } from "../rule-tests/every-shape.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

const model = testedModel(everyShape);
const files = {
  ...prometheusAlerts(model),
  ...prometheusRecordings(model),
  ...filesOfEach(prometheusTests, model),
};
const promtool = await findTool("promtool");
const alerts = "prometheus/alerts.yml";
const slice = "prometheus/tests/rules/Below.yml";

/** A promtool that writes down with which files it is started. */
async function writingTool(folder: string): Promise<Tool> {
  const path = join(folder, "promtool");
  await writeFile(path, `#!/bin/sh\necho "$@" >> "${folder}/calls"\nexec "${promtool.path}" "$@"\n`);
  await chmod(path, 0o755);
  return { ...promtool, path };
}

/** A project that is validated again and again, with what is known from the time before. */
async function project() {
  const folder = await temporaryFolder();
  const tool = await writingTool(folder);
  const open = (name: string) => join(folder, `${name}.json`);
  const known = (): Known => ({
    answers: shelfAt(
      open("answers"),
      (value): value is { stdout: string; stderr: string } => value !== null,
      1,
    ),
    routed: shelfAt(open("routed"), isPacked, 1),
    sound: shelfAt(open("sound"), (value): value is true => value === true, 1),
    read: shelfAt(open("read"), (value): value is string => typeof value === "string", 1),
    asked: new Map(),
    alertmanagers: alertmanagers(),
    digestOf: nothingKnown().digestOf,
  });
  return async (now: Files) => {
    for (const [path, text] of Object.entries(now)) {
      await mkdir(dirname(join(folder, "out", path)), { recursive: true });
      await writeFile(join(folder, "out", path), text);
    }
    await writeFile(join(folder, "calls"), "");
    const own = known();
    const sound: Sound = soundBy(own);
    const results = [];
    for (const validator of [prometheusRules, ruleTests]) {
      const run = runOf(validator, own);
      const subject = { model, outFolder: join(folder, "out"), files: now, sound };
      results.push(
        await resultOf(validator, subject, (one) => ("tool" in run ? run.start(one, tool) : run.start(one))),
      );
    }
    own.answers.save();
    own.sound.save();
    const calls = (await readFile(join(folder, "calls"), "utf8")).split("\n").filter(Boolean);
    return {
      results,
      // Without the one by which promtool shows that it refuses what is wrong.
      tested: [...calls.join(" ").matchAll(/(\S+)\.test\.yml/g)].filter(([path]) => path !== "wrong.test.yml")
        .length,
      calls: calls.length,
    };
  };
}

/** Another threshold, in what is deployed and in what is tested. */
function changed(threshold: number): Files {
  const edit = (path: string) => (files[path] ?? "").replace("< 45", `< ${threshold}`);
  return { ...files, [alerts]: edit(alerts), [slice]: edit(slice) };
}

test("nothing that is known is asked again, one change asks what depends on it, and the result is that of a first run", async () => {
  const validate = await project();
  const first = await validate(files);
  expect(first.results.flatMap(({ problems }) => problems)).toEqual([]);
  const twice = model.ruleTests.filter(({ rule }) => mixesRecorded(rule));
  expect(first.tested).toBe(model.ruleTests.length + twice.length);
  const again = await validate(files);
  expect(again).toEqual({ results: first.results, tested: 0, calls: 0 });
  // It fires at the limit, so its test fails; no other test depends on it.
  const wrong = await validate(changed(46));
  expect(wrong.results[1]?.problems.length).toBeGreaterThan(0);
  // It, and then each of its two groups: which one fails?
  expect(wrong.tested).toBe(3);
  const anew = await (await project())(changed(46));
  expect(wrong.results).toEqual(anew.results);
});

test("what failed is asked again, and a mistake that is taken back is gone", async () => {
  const validate = await project();
  const wrong = await validate(changed(46));
  const still = await validate(changed(46));
  expect(still.results).toEqual(wrong.results);
  // The group that passes is known.
  expect(still.tested).toBe(2);
  const right = await validate(files);
  expect(right.results.flatMap(({ problems }) => problems)).toEqual([]);
});
