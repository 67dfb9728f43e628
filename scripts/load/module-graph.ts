import { compileFunction } from "node:vm";
import * as language from "../../generators/language/index.ts";
import { compareText } from "../../generators/text/order.ts";
import { changedFiles, importersOf } from "./changes.ts";
import { unfitReason } from "./fitness.ts";
import { lineAt, type LineTable } from "./line-table.ts";
import { sourcesFrom, type Keeping, type SourceFile } from "./source-files.ts";

type Exports = Readonly<Record<string, unknown>>;

export type LoadResult = { readonly exports: Exports } | { readonly unfit: string };

/** The modules of a project that are loaded: each once, as Node would have them. */
export interface ModuleGraph {
  /** Reads a module with all that it imports, but for what was read before, and makes it ready to run. */
  readonly read: (path: string) => Promise<void>;
  /** Runs a module that was read, with all that it imports, or says why that must be done in another way; what an author's code throws comes as it is. */
  readonly load: (path: string) => LoadResult;
  /** The author's line of what runs in one of these modules; undefined where none is the author's. */
  readonly lineOf: (path: string, line: number, column: number) => number | undefined;
  readonly has: (path: string) => boolean;
  /** Forgets these files and all below these folders, if they are another text now, and whatever imports them: they will be run anew. */
  readonly forget: (paths: Iterable<string>) => void;
  /** Whatever has run, or was broken off while it did, will run anew. */
  readonly restart: () => void;
  /** Everything that was read, as it was then. */
  readonly texts: () => ReadonlyMap<string, string>;
}

interface Loaded {
  exports: unknown;
}

export function moduleGraph(keeping: Keeping): ModuleGraph {
  const files = new Map<string, SourceFile>();
  const loaded = new Map<string, Loaded>();
  const tables = new Map<string, LineTable>();

  return {
    async read(path) {
      for (const file of await sourcesFrom(path, files, keeping)) files.set(file.path, file);
    },
    load(path) {
      const unfit = unfitReason(files, path);
      if (unfit !== undefined) return { unfit };
      const exports = run(path, files, loaded);
      // Every definition has its place now; of a mistake that is told later, a table is read once more.
      tables.clear();
      return { exports: typeof exports === "object" && exports !== null ? { ...exports } : {} };
    },
    lineOf(path, line, column) {
      const module = files.get(path)?.module;
      if (!module) return undefined;
      // It never ran: what is named is where it is wrong.
      if ("error" in module) return line;
      const table = tables.get(path) ?? JSON.parse(module.lines);
      tables.set(path, table);
      return lineAt(table, line, column);
    },
    has: (path) => files.has(path),
    forget(paths) {
      const changed = changedFiles([...paths], files);
      for (const path of [...changed, ...importersOf(changed, files)]) loaded.delete(path);
      for (const path of changed) {
        files.delete(path);
        tables.delete(path);
      }
    },
    restart: () => loaded.clear(),
    texts: () => new Map([...files.values()].map(({ path, text }) => [path, text])),
  };
}

type Files = ReadonlyMap<string, SourceFile>;

/** What a file exports: of one that was not run yet, after it has run, with all that it imports before it. */
function run(path: string, files: Files, loaded: Map<string, Loaded>): unknown {
  const before = loaded.get(path);
  if (before) return before.exports;
  // Of one that exports nothing esbuild does not say that it is a module: whoever imports it would find a "default" in it.
  const module: Loaded = { exports: Object.defineProperty({}, "__esModule", { value: true }) };
  loaded.set(path, module);
  const file = files.get(path);
  if (!file?.module) {
    module.exports = JSON.parse(file?.text ?? "");
    return module.exports;
  }
  if ("error" in file.module) throw notTypeScript(file.path, file.module.line, file.module.error);
  const load = (name: string): unknown => {
    if (name === "signalbox") return language;
    const beside = file.requires.get(name);
    return beside === undefined ? process.getBuiltinModule(name) : run(beside, files, loaded);
  };
  try {
    compileFunction(file.module.code, ["module", "require"], { filename: path })(module, load);
  } catch (thrown) {
    loaded.delete(path);
    throw thrown;
  }
  module.exports = namespaceOf(module.exports);
  return module.exports;
}

/** Its exports in the order of their names, which is that of modules, and in which definitions are therefore found. */
function namespaceOf(exports: unknown): unknown {
  if (typeof exports !== "object" || exports === null) return exports;
  const sorted = Object.entries(Object.getOwnPropertyDescriptors(exports)).sort(([a], [b]) =>
    compareText(a, b),
  );
  return Object.defineProperties({}, Object.fromEntries(sorted));
}

/** As tsx says it, so that the place is found in it. */
function notTypeScript(path: string, line: number, error: string): Error {
  const thrown = new Error(error);
  thrown.stack = `Error: ${error}\n    at ${path}:${line}:1`;
  return thrown;
}
