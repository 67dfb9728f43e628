// A newer tool, where the rules call what an older one does not work out as the deployed Prometheus does.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { goSource } from "../../scripts/tools/fetch-go.ts";
import type { FetchSource } from "../../scripts/tools/fetch-source.ts";
import { lookForTool } from "../../scripts/tools/find-tool.ts";
import { knownTools } from "../../scripts/tools/known-tools.ts";
import { neededByRules, neededOf } from "../../scripts/tools/needed-tools.ts";
import { statusLine } from "../../scripts/tools/status-line.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const { path, version, sum } = knownTools.promtool.goModule ?? { path: "", version: "", sum: "" };
const line = statusLine({ write: () => true });
const printing = (version: string) => `#!/bin/sh\necho "promtool, version ${version} (branch: )"\n`;

async function outWith(expr: string): Promise<string> {
  const out = await temporaryFolder();
  mkdirSync(join(out, "prometheus/tests"), { recursive: true });
  writeFileSync(join(out, "prometheus/alerts.yml"), JSON.stringify({ groups: [{ rules: [{ expr }] }] }));
  writeFileSync(join(out, "prometheus/tests/a.test.yml"), "histogram_fraction(0, 1, x)");
  return out;
}

/** Packages that have a version; nothing is unpacked where that is too old, as with Debian's. */
const packages = (version: string): FetchSource => ({
  origin: "packages",
  fetch: async (_name, folder, _watch, minimum = "0") => {
    if (minimum > version) return { ok: false, reason: `Debian package promtool: its version is ${version}` };
    writeFileSync(join(folder, "promtool"), printing(version), { mode: 0o755 });
    return { ok: true, bundle: "promtool", programs: [{ name: "promtool", path: "promtool" }] };
  },
});

/** A `go` that compiles the module, outside of any workspace. */
async function fakeGo(): Promise<string> {
  const folder = await temporaryFolder();
  const go = join(folder, "go");
  const text = `#!/bin/sh
[ "$GOWORK" = off ] || { echo "go: a workspace" >&2; exit 1; }
case "$*" in
  "mod download -json ${path}@v${version}") echo '${JSON.stringify({ Dir: folder, Sum: sum })}' ;;
  build*"-tags remove_all_sd"*version.Version=3.13.2*./cmd/promtool)
    while [ "$1" != -o ]; do shift; done
    printf '#!/bin/sh\\necho "promtool, version 3.13.2 (branch: )"\\n' > "$2"
    chmod +x "$2" ;;
  *) echo "go: no such thing: $*" >&2; exit 1 ;;
esac
`;
  writeFileSync(go, text, { mode: 0o755 });
  return go;
}

test("rules need a newer promtool by what they call, and by nothing else", async () => {
  expect(neededByRules(await outWith("histogram_fraction(0, 0.5, rate(x_bucket[5m])) > 0.1"))).toEqual({
    promtool: { minimum: "3.8", reason: "it works out histogram_fraction() as the deployed Prometheus does" },
  });
  expect(neededByRules(await outWith("rate(x_total[5m]) > 0.1"))).toEqual({});
  expect(neededByRules(join(await temporaryFolder(), "nowhere"))).toEqual({});
});

test("what every project needs is needed anyway", () => {
  expect(neededOf("promtool").minimum).toBe(knownTools.promtool.minimum);
  expect(neededOf("promtool", { promtool: { minimum: "3.1", reason: "less" } }).minimum).toBe("3.5");
  expect(neededOf("amtool", { promtool: { minimum: "3.8", reason: "more" } }).minimum).toBe("0.33");
});

test("the packages do for most rules; where they are too old, Go compiles it once", async () => {
  const cacheFolder = await temporaryFolder();
  const go = await fakeGo();
  const sources = async () => [packages("3.5.3"), goSource({ go })];
  const look = (needed = {}) =>
    lookForTool("promtool", { environment: {}, cacheFolder, sources, line, needed });
  const newer = { promtool: { minimum: "3.8", reason: "it works out histogram_fraction()" } };
  expect(await look()).toMatchObject({ tool: { version: "3.5.3", origin: "packages" } });
  const found = await look(newer);
  expect(found).toMatchObject({ tool: { version: "3.13.2", origin: "source" } });
  expect(found.found ? found.tool.passedOver : []).toEqual(["Debian package promtool: its version is 3.5.3"]);
  // From then on it is the newest that is there.
  expect(await look()).toMatchObject({ tool: { version: "3.13.2" } });
});

test("a program on PATH that is too old for these rules is passed over, and it is said why", async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, "promtool"), printing("3.5.3"), { mode: 0o755 });
  const search = await lookForTool("promtool", {
    environment: { PATH: `${folder}:/usr/bin:/bin` },
    cacheFolder: await temporaryFolder(),
    sources: async () => [packages("3.5.3")],
    line,
    needed: { promtool: { minimum: "3.8", reason: "it works out histogram_fraction()" } },
  });
  const message = search.found ? "" : search.missing.message;
  expect(message).toContain("promtool 3.8 or newer is not available:");
  expect(message).toContain("it is version 3.5.3, and 3.8 is needed (it works out histogram_fraction())");
  expect(message).toContain("install Go");
});
