import { compileFunction } from "node:vm";
import { transformSync } from "esbuild";
import * as language from "signalbox";
import type { Definitions } from "signalbox";
import { root } from "../layout/source-files.ts";
import * as around from "./around-examples.ts";
import * as smallDefinitions from "./small-definitions.ts";
import * as smallPlatform from "./small-platform.ts";
import * as smallShop from "./small-shop.ts";

/** What an example may import, by the name that it imports it from. */
const modules: Readonly<Record<string, object>> = {
  signalbox: language,
  "../around-examples.ts": around,
  "../small-definitions.ts": smallDefinitions,
  "../small-platform.ts": smallPlatform,
  "../small-shop.ts": smallShop,
};

/**
 * An example as a file of test/checks/examples/: what it uses is imported, and what it exports is put where the exports of a
 * service's files and of a platform go, as `definitions`.
 */
export function fileOf(example: string): string {
  const text = `${example}${ending(example)}`;
  const code = text.replace(/"(?:[^"\\]|\\.)*"/g, " ");
  const words = new Set(code.match(/(?<=\.\.\.|(?<![.\w]))[A-Za-z]\w*\b(?!:)/g));
  const declared = new Set([...text.matchAll(/^(?:export )?const (\w+)/gm)].map(([, name = ""]) => name));
  const imports = Object.entries(modules).flatMap(([from, names]) => {
    const used = Object.keys(names).filter((name) => words.delete(name) && !declared.has(name));
    return used.length === 0 ? [] : [`import { ${used.sort().join(", ")} } from "${from}";\n`];
  });
  return `${imports.join("")}${text}`;
}

/** The small definitions with what an example exports. */
export function definitionsOf(id: string, example: string): Definitions {
  const filename = `${root}/test/checks/examples/${id}.ts`;
  const { code } = transformSync(fileOf(example), { loader: "ts", format: "cjs" });
  const module: { exports: { readonly definitions?: Definitions } } = { exports: {} };
  compileFunction(code, ["module", "require"], { filename })(module, (name: string) => modules[name]);
  if (!module.exports.definitions) throw new Error(`${filename} gives no definitions`);
  return module.exports.definitions;
}

/** Which export of a service a word of the language makes. */
const ofServices: Readonly<Record<string, string>> = {
  alert: "alerts",
  recording: "recordings",
  metrics: "metrics",
  runbook: "runbooks",
  slo: "slos",
  jsonFields: "jsonFields",
  scrapeJob: "jobs",
  probe: "jobs",
  jsonEndpoint: "jobs",
  dashboard: "dashboards",
};
const ofPlatforms: Readonly<Record<string, string>> = {
  severity: "severities",
  receiver: "receivers",
  timeInterval: "timeIntervals",
  inhibition: "inhibitions",
};
const panels: readonly string[] = ["timeSeries", "stat", "pieChart"];

/** The definitions that an example's exports make. */
function ending(example: string): string {
  const exported = [...example.matchAll(/^export const (\w+) = (\w*)/gm)].map(([, name = "", word = ""]) => ({
    name,
    word,
  }));
  const having = (home: string) =>
    exported
      .filter((one) => (ofServices[one.word] ?? ofPlatforms[one.word]) === home)
      .map(({ name }) => name);
  const listed = (homes: Readonly<Record<string, string>>, others: (home: string) => string) =>
    [...new Set(Object.values(homes))].flatMap((home) => {
      const names = having(home);
      return names.length === 0 ? [] : [`${home}: { ${others(home)}${names.join(", ")} }`];
    });
  const shown = exported.filter(({ word }) => panels.includes(word)).map(({ name }) => name);
  const services = exported.filter(({ word }) => word === "service").map(({ name }) => name);
  const known = [...Object.keys(ofServices), ...Object.keys(ofPlatforms), ...panels, "service", "logSource"];
  // A log source stands in its service. What is none of these is a part of the platform, by its own name: routing, docsUrl.
  const own = exported.filter(({ word }) => !known.includes(word)).map(({ name }) => name);
  const needs = Object.keys(around.needed).filter((word) => new RegExp(`\\b${word}\\b`).test(example));
  const platform = [
    ...needs.map((word) => `...needed.${word}`),
    ...listed(ofPlatforms, (home) => `...smallPlatform.${home}, `),
    ...own,
  ];
  const parts = [
    ...listed(ofServices, () => ""),
    ...(shown.length === 0 ? [] : [`dashboards: { more: dashboardWith(${shown.join(", ")}) }`]),
    ...(services.length === 0 ? [] : [`services: [${services.join(", ")}]`]),
    ...(platform.length === 0 ? [] : [`platform: { ${platform.join(", ")} }`]),
  ];
  return `export const definitions = definitionsWith({ ${parts.join(", ")} });\n`;
}
