import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFilesComplaint } from "../../scripts/start/temporary-files.cjs";
import { makeFolder } from "../build/out-fixture.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";

test("a machine without a folder for temporary files is told so, and how to give it one", async () => {
  // Of many modules esbuild is sent the texts; of few it is given files.
  const folder = makeProject({ "definitions/index.ts": "export const definitions = {};\n" });
  const nowhere = join(folder, "nowhere");
  // With nothing kept, there is something to be made of the definitions.
  const env = { XDG_CACHE_HOME: makeFolder(), TMPDIR: nowhere };
  expect(await runSignalbox(["build"], { folder, env })).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: `no temporary file can be written in ${nowhere}: ENOENT: no such file or directory\n  fix: set TMPDIR to a folder that you can write to\n`,
  });
});

test.each([
  new Error("another"),
  "a text",
  Object.assign(new Error("x"), { syscall: "open", path: "/etc/x" }),
])("%s is none of this", (thrown) => expect(temporaryFilesComplaint(thrown)).toBeUndefined());
