import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFile } from "../../scripts/init/package-file.ts";
import { root } from "../layout/source-files.ts";

const scripts = {
  build: "signalbox build",
  validate: "signalbox validate",
  mutate: "signalbox mutate",
  up: "signalbox up",
  explain: "signalbox explain",
  test: "signalbox build --check && signalbox validate",
};

const completed = (existing: string) => {
  const made = packageFile("monitoring", "file:../signalbox.tgz", existing);
  return "text" in made ? made.text : made.complaints;
};

test("a new one has what the commands need", () => {
  expect(packageFile("monitoring", "0.2.0")).toEqual({
    text: `${JSON.stringify(
      { name: "monitoring", private: true, type: "module", scripts, dependencies: { signalbox: "0.2.0" } },
      null,
      2,
    )}\n`,
  });
});

test("what is there keeps its place, its value and its indentation", () => {
  const existing = `{
\t"description": "Ours",
\t"name": "@acme/ops",
\t"private": false,
\t"scripts": { "lint": "eslint", "build": "signalbox build" },
\t"repository": "github:acme/ops",
\t"dependencies": { "left-pad": "1.0.0", "signalbox": "file:x.tgz" },
\t"x": [1, { "y": null }]
}
`;
  const own = JSON.parse(existing);
  const text = completed(existing);
  expect(text).toBe(
    `${JSON.stringify(
      {
        description: "Ours",
        name: "@acme/ops",
        private: false,
        type: "module",
        scripts: { ...own.scripts, ...scripts },
        repository: "github:acme/ops",
        dependencies: own.dependencies,
        x: own.x,
      },
      null,
      "\t",
    )}\n`,
  );
  expect(completed(String(text))).toBe(text);
});

test("as npm leaves it after the package was installed in an empty folder", () => {
  const text = completed('{\n  "dependencies": {\n    "signalbox": "file:../signalbox-0.2.0.tgz"\n  }\n}\n');
  expect(JSON.parse(String(text))).toEqual({
    name: "monitoring",
    private: true,
    type: "module",
    scripts,
    dependencies: { signalbox: "file:../signalbox-0.2.0.tgz" },
  });
});

test("a development dependency is one", () => {
  const text = completed('{ "devDependencies": { "signalbox": "0.2.0" } }');
  expect(JSON.parse(String(text))).not.toHaveProperty("dependencies");
});

test.each([
  ['{ "type": "commonjs" }', ['package.json has another type: remove it, or write "module"']],
  [
    '{ "type": "commonjs", "scripts": { "test": "jest", "up": "docker compose up" } }',
    [
      'package.json has another type: remove it, or write "module"',
      'package.json has another scripts.up: remove it, or write "signalbox up"',
      'package.json has another scripts.test: remove it, or write "signalbox build --check && signalbox validate"',
    ],
  ],
  ["{ name: 1 }", [expect.stringMatching(/^package\.json is no JSON: /)]],
  ['{ "scripts": ["build"] }', [expect.stringMatching(/^package\.json cannot be completed: scripts: /)]],
  ["[]", [expect.stringMatching(/^package\.json cannot be completed: /)]],
])("%s is refused", (existing, complaints) => {
  expect(completed(existing)).toEqual(complaints);
});

test("each script is a command that there is", () => {
  const { scripts: own } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const used = Object.values(scripts).flatMap((script) => script.match(/(?<=signalbox )\w+/g) ?? []);
  expect(used.filter((command) => !own[command]?.includes(`scripts/signalbox.ts ${command}`))).toEqual([]);
});
