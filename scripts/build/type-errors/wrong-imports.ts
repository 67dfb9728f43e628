import { posix } from "node:path";
import { nearestWord } from "../../../generators/text/suggestion.ts";
import type { ExplainedError, Explanation, FileReader } from "./compiler-error.ts";
import { oneOf } from "./compiler-error.ts";

/** A file that names, packages or programs are imported from which it cannot be. */
export const wrongImport: Explanation = (error) =>
  noSuchModule(error) ?? withoutEnding(error) ?? nodesOwn(error) ?? noDefault(error) ?? exportedTwice(error);

/** A module that there is not: a file of the author's, or a package. */
const noSuchModule: Explanation = ({ first }) => {
  const name = /^Cannot find module '([^']+)'/.exec(first)?.[1];
  if (name === undefined) return undefined;
  if (name.startsWith("node:")) return ofNode(name);
  if (name === "signalbox") {
    return {
      message: "signalbox is not installed in this project",
      fix: "npm install signalbox, or the tarball that it came in",
    };
  }
  if (!/^[./]/.test(name)) {
    return {
      message: `there is no package ${name} in this project`,
      fix: `leave the import out, or install it: npm install ${name}`,
    };
  }
  return { message: `there is no file ${name}`, fix: "correct the path of the import, or write that file" };
};

const withoutEnding: Explanation = ({ first, after }) => {
  if (!first.startsWith("Relative import paths need explicit file extensions")) return undefined;
  const path = /^["']([^"']*)/.exec(after)?.[1] ?? "…";
  return { message: "the import does not say the whole name of the file", fix: `write "${path}.ts"` };
};

/** What Node or a browser has, and definitions do not. */
const nodesOwn: Explanation = ({ first }) => {
  const name = /^Cannot find name '([^']+)'\. Do you need to (?:install type|change your target)/.exec(
    first,
  )?.[1];
  return name === undefined ? undefined : ofNode(name);
};

const ofNode = (name: string): ExplainedError => ({
  message: `definitions cannot use ${name}: they must give the same files on every machine`,
  fix: `remove ${name}, and write the value itself`,
});

const noDefault: Explanation = ({ first, before, after }) => {
  if (!/^Module '.+' (?:has no default export|can only be default-imported)/.test(first)) return undefined;
  const [, name = "…", path = "…"] =
    /import\s+(\w+)\s+from\s+["']([^"']*)/.exec(`${before.split("\n").at(-1)}${after.split("\n")[0]}`) ?? [];
  return { message: `${path} exports names, and no default`, fix: `write import { ${name} } from "${path}"` };
};

const exportedTwice: Explanation = ({ first, after }) => {
  const [, file = "", name = ""] =
    /^Module "(.+?)" has already exported a member named '(\w+)'/.exec(first) ?? [];
  const other = /^export \* from "([^"]+)"/.exec(after)?.[1];
  if (name === "" || other === undefined) return undefined;
  return { message: `both ${file} and ${other} export ${name}`, fix: "rename one of them" };
};

/** A name that a file of the author's does not export. */
export const notExported: Explanation = (error) => {
  const { first, file, read } = error;
  const [, path, name = ""] =
    /^Module '"(.+?)"' (?:has no exported member|declares) '(\w+)'/.exec(first) ??
    /^'"(.+?)"' has no exported member named '(\w+)'/.exec(first) ??
    [];
  if (path !== undefined) {
    const module = /^[./]/.test(path) ? posix.join(posix.dirname(file), path) : undefined;
    if (module !== undefined) return ofModule(module, name, read);
    const meant = /Did you mean '(\w+)'\?/.exec(first)?.[1];
    return {
      message: `${path} has no ${name}`,
      fix: meant === undefined ? `correct the name, or leave ${name} out` : `write ${meant}`,
    };
  }
  const [, member = "", type = ""] =
    /^Property '(\w+)' does not exist on type 'typeof import\("(.+?)"\)'/.exec(first) ?? [];
  const module = fileOf(type, read);
  return module === undefined ? undefined : ofModule(module, member, read);
};

const kindsOfExports: Readonly<Record<string, string>> = {
  AlertDefinition: "alert",
  Job: "job",
  Severity: "severity",
  Receiver: "receiver",
};

/** All that a file exports, where one kind of definitions is asked for: `import * as alerts`, and a number among them. */
export const exportsOfFile: Explanation = ({ first, rest, after, read }) => {
  const [, path = ""] = /^Type 'typeof import\("(.+?)"\)'/.exec(first) ?? [];
  if (path === "") return undefined;
  if (first.includes("is missing the following properties")) {
    const name = /^\w+/.exec(after)?.[0] ?? "the name";
    return {
      message: `${name} is all that a file exports, not one thing`,
      fix: `write ${name} without brackets around it`,
    };
  }
  const lines = rest.join("\n");
  const other = /Property '(\w+)' is incompatible with index signature/.exec(lines)?.[1];
  if (other === undefined) return undefined;
  const wanted = /is not assignable to type '(\w+)/.exec(lines)?.[1] ?? "";
  const kind = kindsOfExports[wanted] ?? "definition of this kind";
  return {
    message: `${fileOf(path, read) ?? path} exports ${other}, which is no ${kind}`,
    fix: `do not export ${other}, or move it to a file of its own`,
  };
};

/** A path on this machine as a file of the project: the longest end of it that is one. */
function fileOf(path: string, read: FileReader): string | undefined {
  const parts = `${path.replace(/\.ts$/, "")}.ts`.split(/[\\/]/);
  return parts
    .map((_, index) => parts.slice(index).join("/"))
    .find((file) => file !== "" && read(file) !== undefined);
}

function ofModule(module: string, name: string, read: FileReader): ExplainedError {
  const files = filesOf(module, read);
  for (const file of files) {
    const lines = (read(file) ?? "").split("\n");
    const declared = new RegExp(`^(?:const|let|function|type|interface) ${name}\\b`);
    const line = lines.findIndex((text) => declared.test(text));
    if (line === -1) continue;
    return {
      place: { file, line: line + 1 },
      message: `${name} is used in other files, but not exported`,
      fix: `write export ${declared.exec(lines[line] ?? "")?.[0]}`,
    };
  }
  const there = files.flatMap((file) => exportsOf(read(file) ?? "")).sort();
  const near = nearestWord(name, there);
  const few = there.length > 0 && there.length <= 8;
  return {
    message: `${module} does not export ${name}`,
    fix: `${near !== undefined ? `write ${near}` : few ? `write ${oneOf(there)}` : "correct the name"}, or export ${name} there`,
  };
}

/** A file and those whose exports it passes on. */
function filesOf(module: string, read: FileReader, seen: readonly string[] = []): readonly string[] {
  if (seen.includes(module)) return [];
  const passedOn = [...(read(module) ?? "").matchAll(/^export \* from ["'](\.[^"']*)["']/gm)];
  return [
    module,
    ...passedOn.flatMap(([, path = ""]) =>
      filesOf(posix.join(posix.dirname(module), path), read, [...seen, module]),
    ),
  ];
}

const exportsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^export (?:const|let|function|type|interface) (\w+)/gm)].map(([, name = ""]) => name);
