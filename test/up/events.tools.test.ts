import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { compile } from "../../generators/compile.ts";
import { resolve } from "../../generators/model/resolve.ts";
import { exportersOf } from "../../generators/jobs/of-jobs.ts";
import type { Said } from "../../scripts/said.ts";
import { findStackTools } from "../../scripts/up/stack-tools.ts";
import { runStack } from "../../scripts/up/run-stack.ts";
import { smallest } from "../platform/smallest.ts";

// An empty cache of tools is filled here.
const patienceMs = 300_000;

function outFolderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "signalbox-events-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test(
  "what a person is told of a running stack, a program is told too, from its addresses to its notifications",
  { timeout: patienceMs },
  async () => {
    const { model } = resolve(smallest);
    const { tools, missing } = await findStackTools(exportersOf(model.jobs));
    if (!tools) throw new Error("nothing is missing, and there are no tools");
    const events: Said[] = [];
    let text = "";
    const say = (line: string, facts: Said) => {
      text += line;
      events.push(facts);
    };
    let end = (): void => undefined;
    const ended = new Promise<void>((done) => (end = done));
    const fire = model.alerts.slice(0, 1).map(({ name }) => name);
    const running = runStack({
      ...{ model, definitions: smallest, outFolder: outFolderOf(compile(smallest).files), tools, missing },
      ...{ speed: 60, atAnyHour: true, fire, ended, speech: { say, complain: say } },
    });
    const notified = () => events.find(({ event }) => event === "notification");
    await vi.waitFor(() => expect(notified()).toBeDefined(), { timeout: 120_000, interval: 100 });
    end();
    expect(await running).toBe(0);
    const kinds = [...new Set(events.map(({ event }) => event))];
    expect(kinds.filter((kind) => kind !== "said")).toEqual([
      ...["addresses", "speed", "targets", "state", "expectation", "typed commands"],
      ...["notification", "stopping", "stopped"],
    ]);
    expect(notified()).toMatchObject({ status: "firing", alerts: fire });
    expect(events.find(({ event }) => event === "targets")).toMatchObject({ count: 1, isUp: 1, down: [] });
    expect(events.find(({ event }) => event === "state")).toMatchObject({ simulated: fire });
    for (const name of fire) expect(text).toContain(name);
    // A line of JSON is one line, whatever is said.
    for (const one of events) expect(JSON.stringify(one)).not.toContain("\n");
  },
);
