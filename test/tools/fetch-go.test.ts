import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { goSource } from "../../scripts/tools/fetch-go.ts";
import { lookForTool } from "../../scripts/tools/find-tool.ts";
import { knownTools } from "../../scripts/tools/known-tools.ts";
import { statusLine } from "../../scripts/tools/status-line.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const module = "github.com/prometheus-community/json_exporter";
const pinned = knownTools.json_exporter.goModule?.sum ?? "";

/** A `go` that has the module with this sum, and compiles it to a program that says its version. */
async function fakeGo(folder: string, sum: string): Promise<string> {
  const go = join(folder, "go");
  const answer = JSON.stringify({ Dir: folder, Sum: sum });
  await writeFile(
    go,
    `#!/bin/sh
case "$*" in
  "mod download -json ${module}@v0.7.0") echo '${answer}' ;;
  build*version.Version=0.7.0*)
    while [ "$1" != -o ]; do shift; done
    printf '#!/bin/sh\\necho "json_exporter, version 0.7.0 (branch: )"\\n' > "$2"
    chmod +x "$2" ;;
  *) echo "go: no such thing: $*" >&2; exit 1 ;;
esac
`,
    { mode: 0o755 },
  );
  return go;
}

const lookWith = async (go: string) =>
  lookForTool("json_exporter", {
    environment: {},
    cacheFolder: await temporaryFolder(),
    sources: async () => [goSource({ go })],
    line: statusLine({ write: () => true }),
  });

test("what Go compiles is kept in the cache, at the pinned version", async () => {
  const folder = await temporaryFolder();
  const go = await fakeGo(folder, pinned);
  expect(await lookWith(go)).toMatchObject({
    found: true,
    tool: { name: "json_exporter", version: "0.7.0", origin: "source" },
  });
});

test("a module with another sum is not used", async () => {
  const folder = await temporaryFolder();
  const search = await lookWith(await fakeGo(folder, "h1:other="));
  const reason = `source 0.7.0 of ${module}: its checksum is h1:other=, not ${pinned}, so it was not used`;
  expect(search).toMatchObject({ found: false, missing: { reasons: expect.arrayContaining([reason]) } });
});

test("without Go the message says the ways to get the tool", async () => {
  const search = await lookWith(join(await temporaryFolder(), "no-go"));
  expect(search.found ? "" : search.missing.message).toMatch(
    new RegExp(`^json_exporter 0\\.7 or newer is not available:
  JSON_EXPORTER is not set
  json_exporter is not on PATH
  source 0\\.7\\.0 of ${module}: .+ cannot be started: .+
  fix: do one of these
    set JSON_EXPORTER to the program's path
    put json_exporter on PATH
    install Go, or unpack release 0\\.7\\.0 of github\\.com/prometheus-community/json_exporter$`),
  );
});

test("a tool that Go does not compile is not asked for", () => {
  expect(goSource().has?.("json_exporter")).toBe(true);
  expect(goSource().has?.("promtool")).toBe(true);
  expect(goSource().has?.("amtool")).toBe(false);
});
