import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { measure } from "../../scripts/bench/measure.ts";
import { copyOf, forgetAll, forgetKept, npmRun, type ProjectPlace } from "../../scripts/bench/place.ts";
import { buildTrials, states, trialsAfterBuild } from "../../scripts/bench/states.ts";
import { toolCacheFolder } from "../../scripts/tools/cache-folder.ts";
import { makeFolder, put } from "../build/out-fixture.ts";

const threshold = `export const HostDiskAlmostFull = alert({
  expr: freeDisk.lt(percent(10)),
  scenario: [gigabytes(50), gigabytes(49), percent(9.8)],
});
`;
const alerts = "definitions/platform/monitoring/alerts.ts";
const shows = 'node -e "console.log(process.env.XDG_CACHE_HOME)"';

/** A checkout whose commands do next to nothing. */
function smallCheckout(): string {
  const folder = makeFolder();
  put(folder, "package.json", JSON.stringify({ scripts: { build: shows, validate: shows } }));
  put(folder, alerts, threshold);
  put(folder, ".gitignore", "node_modules/\nreports/\n");
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  execFileSync("git", ["add", "--all"], { cwd: folder });
  put(folder, "node_modules/some/index.js", "");
  put(folder, "reports/mutation.json", "{}");
  return folder;
}

describe("a copy of a checkout", () => {
  test("has what git knows, as it is now, with the dependencies and without what was made", () => {
    const checkout = smallCheckout();
    put(checkout, alerts, `// Not committed yet.\n${threshold}`);
    const place = copyOf(checkout, makeFolder());
    expect(readFileSync(join(place.folder, alerts), "utf8")).toContain("Not committed yet.");
    expect(readlinkSync(join(place.folder, "node_modules"))).toBe(join(checkout, "node_modules"));
    expect(existsSync(join(place.folder, "reports"))).toBe(false);
    const changed = execFileSync("git", ["status", "--porcelain"], { cwd: place.folder, encoding: "utf8" });
    expect(changed).toBe("");
  });

  test("keeps what it learns in caches of its own, which have the tools of this user", async () => {
    const place = copyOf(smallCheckout(), makeFolder());
    const { env, ...start } = npmRun(place, "build");
    expect(env).toEqual({ XDG_CACHE_HOME: place.caches });
    await measure({ ...start, env: env ?? {} });
    const tools = toolCacheFolder(process.env);
    expect(tools).toMatchObject({ ok: true });
    if (tools.ok) expect(readlinkSync(join(place.caches, "signalbox/tools"))).toBe(dirname(tools.folder));
  });

  test("forgets what was kept, then also what was built, and never the tools", () => {
    const place = copyOf(smallCheckout(), makeFolder());
    put(place.caches, "signalbox/kept/a.json", "{}");
    put(place.caches, "other/b", "");
    put(place.folder, "out/manifest.txt", "");
    forgetKept(place);
    expect(["signalbox/kept", "other"].map((path) => existsSync(join(place.caches, path)))).toEqual([
      false,
      false,
    ]);
    expect(existsSync(join(place.folder, "out/manifest.txt"))).toBe(true);
    forgetAll(place);
    expect(existsSync(join(place.folder, "out"))).toBe(false);
    expect(existsSync(join(place.caches, "signalbox/tools"))).toBe(true);
  });
});

describe("each state is brought about before it is measured", () => {
  test.each([
    ["build", buildTrials],
    ["validate", (place: ProjectPlace) => trialsAfterBuild(place, "validate")],
  ])("%s", async (command, trialsOf) => {
    const place = copyOf(smallCheckout(), makeFolder());
    const now = () => readFileSync(join(place.folder, alerts), "utf8");
    const trials = trialsOf(place);
    expect(trials.map(({ name }) => name)).toEqual(states.map((state) => `${command}, ${state}`));
    const [nothing, changed, unchanged] = trials;
    put(place.caches, "signalbox/kept/a.json", "{}");
    await nothing?.prepare?.();
    expect(existsSync(join(place.caches, "signalbox/kept"))).toBe(false);
    const before = now();
    await changed?.prepare?.();
    const after = now();
    expect(after).not.toBe(before);
    await unchanged?.prepare?.();
    expect(now()).toBe(after);
  });
});
