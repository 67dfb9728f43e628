import { dirname } from "node:path/posix";
import type { Service } from "../../generators/language/service.ts";
import type { Code } from "../code/code.ts";
import { importsOf, printImports } from "../code/imports.ts";
import { printStatement } from "../code/print-code.ts";
import type { Exported, Refused } from "./known-project.ts";
import { importsFor, type Needs } from "./module-path.ts";
import type { Sources } from "./sources.ts";
import { addImports, isBound } from "./syntax/add-imports.ts";
import { addToBrackets } from "./syntax/add-to-brackets.ts";
import { moduleOf, optionsOfCall, propertyOf } from "./syntax/module.ts";
import type { WrittenFile } from "./written-files.ts";

/** A definition that becomes an export of a part of a service. */
export interface NewDefinition {
  readonly part: "alerts" | "dashboards" | "slos";
  /** The name of the export. */
  readonly name: string;
  /** The name of its file, where the part is a folder: without `.ts`. */
  readonly file: string;
  readonly code: Code;
  readonly needs: Needs;
}

/** The files with the definition, and where it can be imported from. */
export interface AddedDefinition {
  readonly files: readonly WrittenFile[];
  readonly exported: Exported;
}

/** Adds a definition to a service, in the way the service is laid out: to the file of the part, or as a file of its folder. */
export function addDefinition(
  definition: NewDefinition,
  service: Service,
  sources: Sources,
): AddedDefinition | Refused {
  const folder = dirname(service.place.file);
  const { part, name } = definition;
  const [file, index] = [`${folder}/${part}.ts`, `${folder}/${part}/index.ts`];
  if (sources.has(index)) return inFolder(definition, index, sources);
  const isThere = sources.has(file);
  const written = isThere ? appended(definition, file, sources) : newFile(definition, file);
  if ("refused" in written) return written;
  const listed = service[part] === undefined ? addPart(part, service, sources) : [];
  if ("refused" in listed) return listed;
  return { files: [written, ...listed], exported: { name, file } };
}

function newFile({ name, code, needs }: NewDefinition, path: string): WrittenFile {
  const imports = printImports(importsFor(path, needs));
  return { kind: "new", path, text: `${imports}\n${printStatement(`export const ${name} = `, code)}` };
}

function inFolder(definition: NewDefinition, index: string, sources: Sources): AddedDefinition | Refused {
  const path = `${dirname(index)}/${definition.file}.ts`;
  if (sources.has(path)) return { refused: `${path} is there already.` };
  const text = sources.read(index);
  const files: WrittenFile[] = [
    newFile(definition, path),
    { kind: "changed", path: index, text: withExportOf(`./${definition.file}.ts`, text) },
  ];
  return { files, exported: { name: definition.name, file: path } };
}

/** In its place where the exports are in the order of the alphabet, else at the end. */
function withExportOf(module: string, text: string): string {
  const line = `export * from "${module}";`;
  const lines = text.trimEnd().split("\n");
  const exports = lines.filter((one) => one.startsWith("export * from"));
  const isSorted = exports.every((one, at) => at === 0 || (exports[at - 1] ?? "") < one);
  const next = isSorted ? exports.find((one) => one > line) : undefined;
  const at = next === undefined ? lines.length : lines.indexOf(next);
  return `${[...lines.slice(0, at), line, ...lines.slice(at)].filter((one, n) => n > 0 || one !== "").join("\n")}\n`;
}

function appended(
  { name, code, needs }: NewDefinition,
  path: string,
  sources: Sources,
): WrittenFile | Refused {
  const text = sources.read(path);
  const parsed = moduleOf(text);
  if (parsed && isBound(parsed, name)) return { refused: `${path} has something called ${name} already.` };
  const edited = addImports(text, importsFor(path, needs));
  if ("refused" in edited) return { refused: `${path} cannot be added to: ${edited.refused}.` };
  return {
    kind: "changed",
    path,
    text: `${edited.text.trimEnd()}\n\n${printStatement(`export const ${name} = `, code)}`,
  };
}

/** The part in the service itself: `import * as alerts from "./alerts.ts"` and `alerts,`. */
function addPart(part: string, service: Service, sources: Sources): readonly WrittenFile[] | Refused {
  const path = service.place.file;
  const text = sources.read(path);
  const byHand = `It takes two lines: import * as ${part} from "./${part}.ts"; and ${part}, in service(…).`;
  const parsed = moduleOf(text);
  const options = parsed && optionsOfCall(parsed, "service", service.name);
  if (propertyOf(options, part) !== undefined) return [];
  const longer = parsed && addToBrackets(parsed, options, part);
  if (longer === undefined)
    return { refused: `${path} has no service("${service.name}", { … }) that could be added to. ${byHand}` };
  const edited = addImports(longer, importsOf([[`./${part}.ts`, `* as ${part}`]]));
  if ("refused" in edited) return { refused: `${path} cannot be added to: ${edited.refused}. ${byHand}` };
  return [{ kind: "changed", path, text: edited.text }];
}
