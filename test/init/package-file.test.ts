import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFile } from "../../scripts/init/package-file.ts";
import { root } from "../layout/source-files.ts";

const scripts = {
  build: "signalbox build",
  validate: "signalbox validate",
  mutate: "signalbox mutate",
  diff: "signalbox diff",
  up: "signalbox up",
  list: "signalbox list",
  explain: "signalbox explain",
  test: "signalbox build --check && signalbox validate",
};

const engines = { node: ">=20.19" };
const nothingThere = () => false;

const completed = (text: string) => {
  const made = packageFile("monitoring", "file:../signalbox.tgz", { text, hasFile: nothingThere });
  return "text" in made ? made.text : made.complaints;
};

test("a new one has what the commands need", () => {
  const whole = {
    ...{ name: "monitoring", private: true, type: "module", scripts, engines },
    dependencies: { signalbox: "0.2.0" },
  };
  expect(packageFile("monitoring", "0.2.0")).toEqual({
    text: `${JSON.stringify(whole, null, 2)}\n`,
    replaced: [],
    dependency: "0.2.0",
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
        engines,
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
    engines,
    dependencies: { signalbox: "file:../signalbox-0.2.0.tgz" },
  });
});

test("a development dependency is one", () => {
  const text = completed('{ "devDependencies": { "signalbox": "0.2.0" } }');
  expect(JSON.parse(String(text))).not.toHaveProperty("dependencies");
});

test("the engines are those of signalbox; somebody's own stay", () => {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly engines: object };
  expect(own.engines).toEqual(engines);
  expect(JSON.parse(String(completed('{ "engines": { "node": "22" } }')))).toMatchObject({
    engines: { node: "22" },
  });
});

describe("what npm init writes", () => {
  const stub = {
    ...{ name: "monitoring", version: "1.0.0", description: "", main: "index.js" },
    scripts: { test: 'echo "Error: no test specified" && exit 1' },
    ...{ keywords: [], author: "", license: "ISC", type: "commonjs" },
    dependencies: { signalbox: "file:signalbox-0.2.0.tgz" },
  };
  const completedStub = (changes: object, hasFile: (path: string) => boolean = nothingThere) => {
    const text = JSON.stringify({ ...stub, ...changes });
    const made = packageFile("monitoring", "0.2.0", { text, hasFile });
    return "text" in made ? { ...made, text: JSON.parse(made.text) } : made;
  };

  test("is replaced, and what a person may have said there stays", () => {
    const { main: _main, ...others } = stub;
    expect(completedStub({})).toEqual({
      text: { ...others, private: true, scripts, engines, type: "module" },
      replaced: ["main", "type", "scripts.test"],
      dependency: "file:signalbox-0.2.0.tgz",
    });
  });

  test("is left alone beside a program that is there, and beside tests of their own", () => {
    const type = 'package.json has another type: remove it, or write "module"';
    const test = `package.json has another scripts.test: remove it, or write "${scripts.test}"`;
    expect(completedStub({}, (path) => path === "index.js")).toEqual({ complaints: [type] });
    expect(completedStub({ scripts: { test: "jest" } })).toEqual({ complaints: [type, test] });
    expect(completedStub({ main: "server.js" })).toMatchObject({ text: { main: "server.js" } });
  });
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
  expect(used.filter((command) => !own[command]?.includes(`scripts/signalbox.cjs ${command}`))).toEqual([]);
});
