import { expect, test } from "vitest";
import { isAtLeast, readVersion, versionInText } from "../../scripts/tools/version.ts";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

test.each([
  ["promtool, version 3.5.3+ds1 (branch: debian/sid, revision: 3.5.3+ds1-6)", "3.5.3"],
  ["prometheus, version 3.13.2 (branch: HEAD, revision: 0123abc)\n  go version: go1.27.1", "3.13.2"],
  ["Docker Compose version v2.40.3", "2.40.3"],
  ["Docker Compose version 2.40.3-3", "2.40.3"],
  ["docker-compose version 1.29.2, build unknown", "1.29.2"],
  ["no number here", undefined],
])("the version in %j is %s", (text, version) => {
  expect(versionInText(text)).toBe(version);
});

test.each([
  ["3.5.3", "3.5", true],
  ["3.5", "3.5", true],
  ["3.13.2", "3.5", true],
  ["3.4.9", "3.5", false],
  ["2.53.3", "3.5", false],
  ["0.33", "0.33.1", false],
  ["1.0", "0.33", true],
])("%s is at least %s: %s", (version, minimum, expected) => {
  expect(isAtLeast(version, minimum)).toBe(expected);
});

test("a program that prints no version gives the reason", async () => {
  const path = join(await temporaryFolder(), "promtool");
  await writeFile(path, "#!/bin/sh\necho 'cannot load libfoo' >&2\nexit 127\n", { mode: 0o755 });
  expect(await readVersion(path, ["--version"])).toEqual({
    ok: false,
    reason: "it prints no version (exit code 127: cannot load libfoo)",
  });
});
