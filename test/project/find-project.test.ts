import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatProblem } from "../../generators/problem.ts";
import { findProject } from "../../scripts/project/find-project.ts";
import { makeProject, runSignalbox } from "./make-project.ts";

const definitions = "export const definitions = {};\n";
const byDefault = { "definitions/index.ts": definitions };

describe("the project of a folder", () => {
  test.each([".", "definitions", "definitions/services/shop"])("is found from %s", async (from) => {
    const root = makeProject({ ...byDefault, "definitions/services/shop/alerts.ts": "" });
    expect(await findProject(join(root, from))).toEqual({
      project: { root, definitions: join(root, "definitions/index.ts"), out: join(root, "out") },
    });
  });

  test("is the nearest one upwards", async () => {
    const root = makeProject({ ...byDefault, "examples/shop/definitions/index.ts": definitions });
    expect(await findProject(join(root, "examples/shop/definitions"))).toMatchObject({
      project: { root: join(root, "examples/shop") },
    });
  });

  test("where there is none, it is said what makes one", async () => {
    const root = makeProject();
    expect(await findProject(root)).toEqual({
      complaint: `Neither ${root} nor any folder above it is a signalbox project: a project has definitions/index.ts, or a signalbox.config.ts that names another module.`,
    });
    expect(await runSignalbox(["build"], { folder: root })).toMatchObject({ exitCode: 1, stdout: "" });
  });
});

const config = (text: string) =>
  `import { defineConfig } from "signalbox";\n\nexport default defineConfig(${text});\n`;

describe("a configuration", () => {
  test("says where the definitions stand and where the files go", async () => {
    const root = makeProject({
      "signalbox.config.ts": config('{ definitions: "monitoring/all.ts", out: "deploy/monitoring" }'),
      "monitoring/all.ts": 'export const definitions = { problems: [], files: { "a.yml": "a" } };\n',
    });
    const program = join(import.meta.dirname, "../build/echoing-build.ts");
    mkdirSync(join(root, "monitoring/services"));
    const built = await runSignalbox(["build"], { folder: join(root, "monitoring/services"), program });
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    expect(built.stdout).toMatch(
      /^ {2}new {6}deploy\/monitoring\/a\.yml\n {2}new {6}deploy\/monitoring\/manifest\.txt\ndeploy\/monitoring\/: 2 files, 2 new, \d+ ms\n$/,
    );
    rmSync(join(root, "deploy/monitoring/a.yml"));
    const checked = await runSignalbox(["build", "--check"], { folder: root, program });
    expect(checked.stderr).toContain("  missing  deploy/monitoring/a.yml\n");
  });

  const fix = 'fix: export default defineConfig({ definitions: "…", out: "…" }), each of them optional';
  const absolute = "must be a path inside the project, such as monitoring/out";
  test.each([
    ['{ out: "/etc" }', `out: ${absolute} (project-config)\n  ${fix}`],
    ['{ out: "../out" }', `out: ${absolute} (project-config)\n  ${fix}`],
    ['{ out: "." }', `out: ${absolute} (project-config)\n  ${fix}`],
    ['{ outFolder: "x" }', `there is no option outFolder (project-config)\n  ${fix}`],
    [
      '{ defintions: "monitoring/index.ts" }',
      "there is no option defintions (project-config)\n  fix: write definitions",
    ],
    ["undefined", `it has no default export (project-config)\n  ${fix}`],
    [
      '{ definitions: "monitoring.ts" }',
      'there is no monitoring.ts (project-config)\n  fix: set "definitions" to the module that exports the definitions',
    ],
    [
      "(() => { throw new Error('broken'); })()",
      "broken (definitions-load)\n  fix: correct this line; the build stopped here, so there may be more problems",
    ],
  ])("%s is reported at its place", async (text, expected) => {
    const root = makeProject({ "signalbox.config.ts": config(text), ...byDefault });
    const { exitCode, stderr } = await runSignalbox(["build"], { folder: root });
    expect(exitCode).toBe(1);
    const line = expected.startsWith("broken") ? 3 : 1;
    expect(stderr).toBe(`signalbox.config.ts:${line}: ${expected}\n\n1 problem; nothing was done\n`);
  });
});

describe("definitions that cannot be compiled", () => {
  test("a module that exports none", async () => {
    const root = makeProject({ "definitions/index.ts": "export const defs = 1;\n" });
    expect(await runSignalbox(["build"], { folder: root })).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `${formatProblem({
        check: "definitions-load",
        place: { file: "definitions/index.ts", line: 1 },
        message: "this module exports no definitions",
        fix: "export const definitions: Definitions = { platform: platform({ … }), services: [ … ] }",
      })}\n\n1 problem; out/ is untouched\n`,
    });
  });

  test("definitions of another signalbox than the one that runs", async () => {
    const root = makeProject(
      {
        ...byDefault,
        "tsconfig.json":
          '{ "compilerOptions": { "module": "nodenext", "strict": true, "types": [] }, "include": ["definitions"] }\n',
        "node_modules/signalbox/package.json": '{ "name": "signalbox", "exports": "./index.js" }\n',
        "node_modules/signalbox/index.js": "export const platform = 1;\n",
      },
      "project",
    );
    const { stderr } = await runSignalbox(["build"], { folder: root });
    expect(stderr).toContain(
      "definitions/index.ts:1: the definitions import signalbox from node_modules/signalbox/index.js, but another installation is running",
    );
  });
});
