import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, sourceFiles } from "../layout/source-files.ts";
import { grouped } from "./grouped.ts";
import { knownNames, withImports } from "./known-names.ts";
import { merged } from "./merge.ts";
import { pageExample, type PageExample } from "./page-example.ts";

type Files = Readonly<Record<string, string>>;

/** A page's example, or something to be put into a file of the project. */
export interface Part {
  readonly page: string;
  /** Left out: the page's own example. */
  readonly path?: string | undefined;
  readonly text: string;
}

const example = "examples/ticket-shop/";
const service = "definitions/services/ticket-shop";

/** The ticket shop. */
const shop: Files = Object.fromEntries(
  sourceFiles(`${example}definitions`).map(({ path, text }) => [path.slice(example.length), text]),
);

/** What stands in an example for the words that every alert needs, and that say nothing about the example. */
const texts = `export const texts = {
  component: "orders",
  summary: "Something is wrong with the shop",
  description: "It has been so for some minutes.",
  impact: "Buyers wait.",
  actions: ["Look at the dashboard."],
} as const;
`;

/** The ticket shop with the examples of all pages in it: one project, so that one build is enough for all of them. */
export function docsProject(parts: readonly Part[]): Files {
  const inFiles = parts.filter(({ path }) => path !== undefined);
  const files = inFiles.reduce(withPart, { ...shop, "definitions/texts.ts": texts });
  const own = parts.filter(({ path }) => path === undefined);
  const examples = grouped(own, ({ page }) => page).map(([page, blocks]) =>
    pageExample(
      page,
      blocks.map(({ text }) => text),
    ),
  );
  const known = knownNames(files);
  const ofPages = examples.map(({ name, text }) => {
    const path = `${service}/pages/${name}.ts`;
    return [path, withImports(path, text, known)] as const;
  });
  return { ...filled(files, inFiles), ...Object.fromEntries(ofPages), ...assembled(files, examples) };
}

/** The files that parts were put into import what they now use. */
function filled(files: Files, parts: readonly Part[]): Files {
  const known = knownNames(files);
  const changed = new Set(parts.map(({ path = "" }) => path));
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      changed.has(path) ? withImports(path, text, known) : text,
    ]),
  );
}

function withPart(files: Files, { path = "", text }: Part): Files {
  const existing = files[path];
  if (existing !== undefined) return { ...files, [path]: merged(existing, text) };
  // A file of a folder whose index exports all of them.
  const index = path.replace(/[^/]+$/, "index.ts");
  const all = files[index];
  const line = `export * from "./${path.slice(index.length - "index.ts".length)}";\n`;
  return { ...files, [path]: text, ...(all?.startsWith("export *") ? { [index]: all + line } : {}) };
}

/** The service takes what the pages define, beside what it has. */
function assembled(files: Files, examples: readonly PageExample[]): Files {
  const options = new Set(examples.flatMap(({ parts }) => Object.keys(parts)));
  const taking = [...options, "dashboards"].map((option) => {
    const taken = examples.flatMap(({ name, parts }) =>
      (parts[option] ?? []).map((one) => `  ${one}: ${moduleOf(name)}.${one},\n`),
    );
    const shown = option === "dashboards" ? examples.filter(({ panels }) => panels.length > 0) : [];
    return `export const ${option} = {\n${taken.join("")}${shown.map(dashboardOf).join("")}};\n`;
  });
  const imports = examples.map(({ name }) => `import * as ${moduleOf(name)} from "./pages/${name}.ts";\n`);
  const words = 'import { dashboard, row, timeSeries } from "signalbox";\n';
  const path = `${service}/service.ts`;
  const wired = (files[path] ?? "").replaceAll(/^ {2}(\w+),$/gm, (line, option: string) =>
    options.has(option) || option === "dashboards"
      ? `  ${option}: { ...${option}, ...pages.${option} },`
      : line,
  );
  return {
    [`${service}/pages.ts`]: [words, ...imports, ...new Set(taking)].join(""),
    [path]: `import * as pages from "./pages.ts";\n${wired}`,
  };
}

function moduleOf(name: string): string {
  return `of_${name.replaceAll("-", "_")}`;
}

function dashboardOf({ name, panels }: PageExample): string {
  const inModule = panels.map((text) => text.replace(/queries: \[/, `queries: [${moduleOf(name)}.`));
  return `  ${moduleOf(name)}: dashboard("${name}", {
    title: "Page ${name}", description: "What the page shows.", folder: "Pages", last: "6h",
    rows: [row("Page", [${inModule.join(", ")}])],
  }),
`;
}

/** A file of the repository. */
export function fileOfRepository(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
