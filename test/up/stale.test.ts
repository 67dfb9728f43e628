import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectWith, runSignalbox } from "../project/make-project.ts";

/** The smallest project that there is to start. */
const newProject = () => projectWith("examples/starter/definitions");

test("up runs what is in out/, and refuses it when it is not what the definitions say", async () => {
  const folder = newProject();
  expect(await runSignalbox(["build"], { folder })).toMatchObject({ exitCode: 0, stderr: "" });
  const alerts = join(folder, "definitions/services/ticket-shop/alerts.ts");
  writeFileSync(alerts, readFileSync(alerts, "utf8").replace('for: "5m"', 'for: "6m"'));
  const { exitCode, stdout, stderr } = await runSignalbox(["up"], { folder });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toMatch(
    /^out\/docs\/.*: out\/ is stale: .*, out\/prometheus\/alerts\.yml, .* do not match the definitions \(out-is-fresh\)\n {2}fix: signalbox build\n\n1 problem; nothing is started\n$/,
  );
});

test("before the first build there is nothing to start", async () => {
  const folder = newProject();
  const { exitCode, stderr } = await runSignalbox(["up"], { folder });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/out\/ is stale: .* are missing \(out-is-fresh\)/);
});
