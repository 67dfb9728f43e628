import { expect, test } from "vitest";
import { initCommand } from "../../scripts/init.ts";
import { makeFolder, readTree } from "../build/out-fixture.ts";
import { makeProject, runSignalbox } from "../project/make-project.ts";
import { waysToNotify } from "../../scripts/init/flags.ts";

const all = waysToNotify().replaceAll(" ", "");
const answers = [
  ...[
    "--organisation",
    "Acme",
    "--time-zone",
    "Europe/Berlin",
    "--on-call",
    all,
    "--team",
    all,
    "--ci",
    "none",
  ],
  ...["--smtp", "smtp.acme.io:587", "--mail-from", "alerts@acme.io", "--dead-mans-switch", "yes"],
  ...["--docs-url", "https://docs.acme.io/monitoring"],
];

test("a new project in which everything is answered builds, is fresh, and is valid to the real programs", async () => {
  const started = `${makeFolder()}/monitoring`;
  expect(await initCommand.run([started, ...answers])).toBe(0);
  const { "tsconfig.json": _config, ...files } = readTree(started);
  const folder = makeProject(files);
  const built = await runSignalbox(["build"], { folder });
  expect(built).toMatchObject({ exitCode: 0, stderr: "" });
  // This also compares out/ with the definitions.
  const validated = await runSignalbox(["validate"], { folder });
  expect(validated.exitCode, validated.stdout + validated.stderr).toBe(0);
});
