import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { completedGitFile } from "../../scripts/init/git-files.ts";
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

describe("what git has been told already stays", () => {
  test("lines that are missing follow, once, and a comment with them", () => {
    const existing = "# ours\n/node_modules\n*.log\n.DS_Store";
    const text = completedGitFile[".gitignore"](existing);
    expect(text).toBe(`${existing}
.cache/
*.signalbox-new
# What "npm run mutate" found.
reports/
# What a deployment keeps beside the generated files.
out/secrets/
out/.env
out/targets/
out/backup/
`);
    expect(completedGitFile[".gitignore"](text)).toBe(text);
  });

  test("a list that ignores out/ does so no more, as git reads it", () => {
    const folder = makeFolder();
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    put(folder, ".gitignore", completedGitFile[".gitignore"]("node_modules\n.next\nout\n"));
    for (const path of ["out/manifest.txt", "out/secrets/key", "out/.env"]) put(folder, path, "");
    const seen = execFileSync("git", ["ls-files", "--others", "--exclude-standard"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(seen).toBe(".gitignore\nout/manifest.txt\n");
  });

  test("line ends stay those of the file, and an empty one is filled", () => {
    expect(completedGitFile[".gitignore"]("a\r\n")).toMatch(/^(?:[^\n]*\r\n)+$/);
    expect(completedGitFile[".gitignore"]("")).toBe(rootFiles[".gitignore"]);
  });

  test("what holds for all files is not said again behind exceptions of theirs", () => {
    const text = completedGitFile[".gitattributes"]("* text=auto\n*.png binary\n");
    expect(text).toMatch(/^\* text=auto\n\*\.png binary\nout\/\*\* text=auto eol=lf\n# A pull/);
    expect(completedGitFile[".gitattributes"](text)).toBe(text);
    const own = rootFiles[".gitattributes"] ?? "";
    expect(completedGitFile[".gitattributes"](own)).toBe(own);
  });
});
