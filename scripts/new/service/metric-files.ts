import { call, object, text } from "../../code/code.ts";
import { printImports } from "../../code/imports.ts";
import { camelCase, kebabCase } from "../../code/names.ts";
import { printStatement } from "../../code/print-code.ts";
import type { Family } from "../../../generators/exposition/exposition.ts";
import { groupFamilies, type FamilyGroup } from "../metric/group-families.ts";
import { metricFrom } from "../metric/metric-from-family.ts";
import { quantilesOf } from "../metric/left-out.ts";
import { importsFor } from "../module-path.ts";
import type { WrittenFile } from "../written-files.ts";
import { scrapeFile, jobOf } from "./scrape-file.ts";
import type { WantedService } from "./wanted-service.ts";

/** The metrics of a service: a file, or a folder with a file for each part of a long exposition. */
export function metricFiles(service: WantedService, folder: string): readonly WrittenFile[] {
  const { families } = service;
  if (families === undefined || families.length === 0) return [emptyFile(service, `${folder}/metrics.ts`)];
  const groups = groupFamilies(families);
  const [only] = groups;
  if (groups.length === 1 && only) return [groupFile(only, service, `${folder}/metrics.ts`)];
  const files = byFile(groups).map(([name, group]) =>
    groupFile(group, service, `${folder}/metrics/${name}.ts`),
  );
  const names = files.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)).sort();
  const index = names.map((name) => `export * from "./${name}";\n`).join("");
  return [{ kind: "new", path: `${folder}/metrics/index.ts`, text: index }, ...files];
}

/** Groups by the name of their file: prefixes that differ by more than letters and digits only share one. */
function byFile(groups: readonly FamilyGroup[]): readonly (readonly [name: string, FamilyGroup])[] {
  const files = new Map<string, FamilyGroup>();
  for (const { prefix, families } of groups) {
    const name = [kebabCase(prefix ?? "")].find((one) => one !== "" && one !== "index") ?? "others";
    const earlier = files.get(name);
    files.set(
      name,
      earlier ? { ...earlier, families: [...earlier.families, ...families] } : { prefix, families },
    );
  }
  return [...files];
}

/** Where the metrics are imported from. */
export function metricsModule(files: readonly WrittenFile[]): string {
  return files[0]?.path ?? "";
}

function groupFile({ prefix, families }: FamilyGroup, service: WantedService, path: string): WrittenFile {
  const metrics = families.map(metricFrom);
  const words = ["metrics", ...new Set(families.map(wordOf))];
  const scrape = `${path.slice(0, path.indexOf("/metrics"))}/${scrapeFile}`;
  const imports = importsFor(path, { words, exports: [{ name: jobOf(service), file: scrape }] });
  const declared = call(
    "metrics",
    [jobOf(service), object("", metrics, { wrapped: true }), object("", optionsOf(families, service))],
    true,
  );
  const own = camelCase(prefix?.replace(/^_+$/, "") || service.name);
  // The metrics queue_job_… of the service queue are not its job.
  const name = own === jobOf(service) ? `${own}Metrics` : own;
  return {
    kind: "new",
    path,
    text: `${printImports(imports)}\n${whatToLookAt}${printStatement(`export const ${name} = `, declared)}`,
  };
}

const whatToLookAt = `// Made from an exposition: the lists of values have what was in it, and units are read from names and helps.
// What you do not need can go.
`;

function optionsOf(families: readonly Family[], { program, name }: WantedService) {
  const owner = program ?? `the program behind ${name}`;
  return [
    ...(families.some(isForeign) ? [{ key: "foreignNames", value: text(`${owner} names them`) }] : []),
    { key: "unused", value: text(`${owner} exposes them; whoever needs one finds it here`) },
  ];
}

/** Whether its name breaks the conventions for one's own metrics, as the check names-follow-conventions has them. */
function isForeign(family: Family): boolean {
  const { name, type } = family;
  if (type === "summary" && quantilesOf(family).some((quantile) => quantile > 1)) return true;
  return name.includes(":") || (type === "counter" && !name.endsWith("_total"));
}

function wordOf(family: Family): string {
  const { value } = metricFrom(family);
  return typeof value === "object" && value.kind === "bracketed" ? value.open.replace("({", "") : "gauge";
}

function emptyFile(service: WantedService, path: string): WrittenFile {
  const file = `${path.slice(0, path.lastIndexOf("/"))}/${scrapeFile}`;
  const imports = importsFor(path, { words: ["metrics"], exports: [{ name: jobOf(service), file }] });
  const example =
    'shop_orders_total: counter({ help: "Orders.", unit: "orders", labels: { result: ["sold", "failed"] } }),';
  return {
    kind: "new",
    path,
    text: `${printImports(imports)}
// One line a metric, such as
// ${example}
${printStatement(`export const ${camelCase(service.name)} = `, call("metrics", [jobOf(service), "{}"]))}`,
  };
}
