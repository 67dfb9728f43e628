import { join } from "node:path";
import { expect, test } from "vitest";
import { checkedTypes, parseCompilerOutput } from "../../scripts/build/type-check.ts";
import { makeProject } from "../project/make-project.ts";

/** What the compiler finds in a project of these files, as `place: message; fix`. */
async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const root = makeProject({ "definitions/index.ts": "export {};\n", ...files });
  const project = { root, definitions: join(root, "definitions/index.ts"), out: join(root, "out") };
  const { problems } = await checkedTypes(project);
  return problems.map(({ place, message, fix }) => `${place.file}:${place.line}: ${message}; ${fix}`);
}

const metricsFile = `import { gauge, metrics, scrapeJob } from "signalbox";
export const shop = scrapeJob("shop", { description: "The shop.", targets: ["localhost:9100"] });
const free = metrics(shop, { shop_free_bytes: gauge({ help: "Free.", unit: "bytes" }) });
export const seats = metrics(shop, { shop_seats: gauge({ help: "Seats.", unit: "seats" }) });
`;

test("a name that is not exported is one problem, where it is declared, whoever uses it", async () => {
  const user = `import { megabytes, query } from "signalbox";
import { free } from "./metrics.ts";
export const full = free.shop_free_bytes.sumBy("instance").lt(megabytes(5));
export const asked = query(free.shop_free_bytes, { legend: ({ instance }) => instance });
`;
  expect(
    await told({
      "definitions/metrics.ts": metricsFile,
      "definitions/alerts.ts": user,
      "definitions/panels.ts": user,
      "definitions/all.ts": 'export * from "./metrics.ts";\n',
      "definitions/rows.ts": 'import * as all from "./all.ts";\nexport const row = [all.free, all.seets];\n',
      "definitions/names.ts": 'import { seets } from "./metrics.ts";\nexport const row = seets.shop_seats;\n',
      "definitions/other.ts": 'import { queue } from "./metrics.ts";\nexport const row = queue;\n',
    }),
  ).toEqual([
    "definitions/metrics.ts:3: free is used in other files, but not exported [TS2459]; write export const free",
    "definitions/names.ts:1: definitions/metrics.ts does not export seets [TS2724]; write seats, or export seets there",
    "definitions/other.ts:1: definitions/metrics.ts does not export queue [TS2305]; write seats or shop, or export queue there",
    "definitions/rows.ts:2: definitions/all.ts does not export seets [TS2551]; write seats, or export seets there",
  ]);
});

test("an import that finds nothing is one problem, and not one for each use of what it imports", async () => {
  const uses = "export const used = [one.gt(2), one.eq(1)];\nexport const f = one.map((x) => x);\n";
  expect(
    await told({
      "definitions/a.ts": `import { one } from "./no-such.ts";\n${uses}`,
      "definitions/b.ts": `import { one } from "./a";\n${uses}`,
      "definitions/c.ts": `import { one } from "lodash";\n${uses}`,
      "definitions/d.ts": `import { alerts } from "signalbox";\nexport const low = alert({ summary: ({ labels }) => labels });\n`,
      "definitions/e.ts": 'export * from "./same-1.ts";\nexport * from "./same-2.ts";\n',
      "definitions/f.ts": 'import Slow from "./same-1.ts";\nexport const low = Slow.gt(1);\n',
      "definitions/same-1.ts": "export const Slow = 1;\n",
      "definitions/same-2.ts": "export const Slow = 2;\n",
    }),
  ).toEqual([
    "definitions/a.ts:1: there is no file ./no-such.ts [TS2307]; correct the path of the import, or write that file",
    'definitions/b.ts:1: the import does not say the whole name of the file [TS2835]; write "./a.ts"',
    "definitions/c.ts:1: there is no package lodash in this project [TS2307]; leave the import out, or install it: npm install lodash",
    "definitions/d.ts:1: signalbox has no alerts [TS2724]; write alert",
    "definitions/e.ts:2: both ./same-1.ts and ./same-2.ts export Slow [TS2308]; rename one of them",
    'definitions/f.ts:1: ./same-1.ts exports names, and no default [TS2613]; write import { Slow } from "./same-1.ts"',
  ]);
});

test("what is no alert among the exports of alerts is named", async () => {
  const about = `import { service } from "signalbox";
import * as alerts from "./alerts.ts";
const words = { title: "Shop", description: "Sells.", owner: "Team", jobs: {} };
`;
  expect(
    await told({
      "definitions/alerts.ts": "export const limit = 5;\n",
      "definitions/a.ts": `${about}export const shop = service("shop", { ...words, alerts });\n`,
      "definitions/b.ts": `${about}export const shop = service("shop", { ...words, alerts: [alerts] });\n`,
    }),
  ).toEqual([
    "definitions/a.ts:4: definitions/alerts.ts exports limit, which is no alert [TS2322]; do not export limit, or move it to a file of its own",
    "definitions/b.ts:4: alerts is all that a file exports, not one thing [TS2740]; write alerts without brackets around it",
  ]);
});

test("a configuration that does not extend ours is one problem", async () => {
  const config =
    '{ "include": ["definitions"], "compilerOptions": { "module": "nodenext", "skipLibCheck": true } }\n';
  const files = { "definitions/a.ts": 'export * from "./index.ts";\nexport const a: number = "1";\n' };
  const extend =
    'does not extend the configuration that definitions are written for; add "extends": "signalbox/tsconfig.json"';
  expect(await told({ ...files, "tsconfig.json": config })).toEqual([
    `tsconfig.json:1: tsconfig.json ${extend}`,
  ]);
});

test("after the first mistake of syntax in a file the compiler guesses, and nothing of that is reported", async () => {
  expect(
    await told({
      "definitions/a.ts": "export const a = {\n  b: 1\n  c: 2,\n};\n",
      "definitions/b.ts":
        "export const a = f({\n  b: 1,\n\nexport const c = f({\n  d: 1,\n});\n\nexport const e = f({ g: 1 });\n",
    }),
  ).toEqual([
    "definitions/a.ts:3: here a , is missing, or a bracket above is not closed [TS1005]; write , before `c: 2,`, or close the bracket",
    "definitions/b.ts:4: here a : is missing, or a bracket above is not closed [TS1005]; write : before `c = f({`, or close the bracket",
  ]);
});

test("what only Node or a browser has is left out", () => {
  const output = [
    "definitions/a.ts(1,30): error TS2307: Cannot find module 'node:fs' or its corresponding type declarations.",
    "definitions/a.ts(2,5): error TS2591: Cannot find name 'process'. Do you need to install type definitions for node? Try `npm i --save-dev @types/node` and then add 'node' to the types field in your tsconfig.",
    "definitions/a.ts(3,5): error TS2584: Cannot find name 'console'. Do you need to change your target library? Try changing the 'lib' compiler option to include 'dom'.",
  ].join("\n");
  expect(
    parseCompilerOutput(output, "tsconfig.json").map(({ message, fix }) => `${message}; ${fix}`),
  ).toEqual(
    ["node:fs", "process", "console"].map((name, index) =>
      expect.stringMatching(
        `definitions cannot use ${name}: they must give the same files on every machine \\[TS${[2307, 2591, 2584][index]}\\]; remove ${name}`,
      ),
    ),
  );
});
