import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { personScale } from "../../scripts/up/scaled.ts";
import { exportersOf } from "../../generators/jobs/of-jobs.ts";
import { findStackTools } from "../../scripts/up/stack-tools.ts";
import { startStack } from "../../scripts/up/start-stack.ts";
import { waitForTargets } from "../../scripts/up/targets-up.ts";
import { smallest } from "../platform/smallest.ts";

// An empty cache of tools is filled here.
const patienceMs = 300_000;

test(
  "a stack without probes, JSON endpoints and e-mail looks for no exporter, and starts without one",
  { timeout: patienceMs },
  async () => {
    const outFolder = mkdtempSync(join(tmpdir(), "signalbox-smallest-"));
    onTestFinished(() => rmSync(outFolder, { recursive: true, force: true }));
    for (const [path, text] of Object.entries(compile(smallest).files)) {
      mkdirSync(dirname(join(outFolder, path)), { recursive: true });
      writeFileSync(join(outFolder, path), text);
    }
    const { model } = resolve(smallest);
    const { tools, missing } = await findStackTools(exportersOf(model.jobs));
    expect(missing).toEqual([]);
    if (!tools) throw new Error("nothing is missing, and there are no tools");
    expect([tools.blackbox, tools.jsonExporter]).toEqual([undefined, undefined]);
    const stack = await startStack({
      model,
      definitions: smallest,
      outFolder,
      tools,
      scale: personScale(20),
      atAnyHour: true,
      onNotification: () => undefined,
    });
    onTestFinished(() => stack.stop());
    const targets = await waitForTargets(stack.prometheus.url, 1, { timeoutMs: 60_000 });
    expect(targets).toMatchObject([{ job: "shop", isUp: true }]);
  },
);
