import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ciKinds } from "../../scripts/init/answers.ts";
import { ciFiles } from "../../scripts/init/ci-files.ts";
import { rootFiles } from "../../scripts/init/root-files.ts";
import { exampleCompiled } from "../example-model.ts";
import { makeFolder, put } from "../build/out-fixture.ts";
import { root } from "../layout/source-files.ts";

const ofRepository = (path: string) => readFileSync(join(root, path), "utf8");

/** The paths that a pull request shows folded, as git itself reads the attributes. */
function folded(folder: string, paths: readonly string[]): string[] {
  const args = ["check-attr", "--stdin", "-z", "linguist-generated"];
  const input = paths.map((path) => `${path}\0`).join("");
  const fields = execFileSync("git", args, { cwd: folder, encoding: "utf8", input }).split("\0");
  return paths.filter((path, index) => fields[index * 3] === path && fields[index * 3 + 2] === "true");
}

describe("what a pull request shows", () => {
  const folder = makeFolder;
  const paths = [...Object.keys(exampleCompiled().files), "manifest.txt"].map((path) => `out/${path}`);
  const longAndSaidElsewhere =
    /^out\/(?:docs\/alerts\/pictures\/.*\.svg|prometheus\/tests\/.*\.yml|grafana\/dashboards\/.*\.json|manifest\.txt)$/;

  test("pictures, rule tests, dashboards and the manifest are folded, and nothing else", () => {
    const project = folder();
    execFileSync("git", ["init", "--quiet"], { cwd: project });
    put(project, ".gitattributes", rootFiles[".gitattributes"] ?? "");
    const found = folded(project, paths);
    expect(found).toEqual(paths.filter((path) => longAndSaidElsewhere.test(path)));
    const shown = paths.filter((path) => !found.includes(path));
    expect(shown).toEqual(
      expect.arrayContaining([
        "out/prometheus/alerts.yml",
        "out/prometheus/recordings.yml",
        "out/prometheus/prometheus.yml",
        "out/alertmanager/alertmanager.yml",
        "out/alertmanager/templates/signalbox.tmpl",
        "out/docker-compose.yml",
        "out/docs/routing.md",
        "out/docs/alerts/TicketShopFailing.md",
      ]),
    );
  });

  test("in this repository as in a new project", () => {
    expect(ofRepository(".gitattributes")).toBe(rootFiles[".gitattributes"]);
  });
});

test("git ignores in this repository what it ignores in a new project", () => {
  const lines = (rootFiles[".gitignore"] ?? "").split("\n").filter((line) => !line.startsWith("#"));
  expect(ofRepository(".gitignore").split("\n")).toEqual(expect.arrayContaining(lines));
});

describe("the workflow of CI", () => {
  const cacheStep = z.object({
    jobs: z.object({ check: z.object({ steps: z.array(z.looseObject({ uses: z.string().optional() })) }) }),
  });
  const usesOf = (text: string) =>
    cacheStep.parse(parse(text)).jobs.check.steps.flatMap(({ uses }) => uses ?? []);

  test("on GitHub uses the actions of this repository's own, and the same cache", () => {
    const text = ciFiles.github[".github/workflows/monitoring.yml"] ?? "";
    const own = ofRepository(".github/workflows/ci.yml");
    expect(usesOf(text)).toEqual(usesOf(own));
    expect(text.match(/path: .*/)?.[0]).toBe(own.match(/path: .*/)?.[0]);
  });

  test.each(ciKinds.filter((kind) => kind !== "none"))("%s: installs and tests", (kind) => {
    const [[path, text] = ["", ""], ...others] = Object.entries(ciFiles[kind]);
    expect(others).toEqual([]);
    expect(path).toMatch(kind === "github" ? /^\.github\/workflows\// : /^\.gitlab-ci\.yml$/);
    expect(() => parse(text)).not.toThrow();
    expect(text.match(/(?<=- (?:run: )?)npm .*/g)).toEqual(["npm ci", "npm test"]);
  });
});
