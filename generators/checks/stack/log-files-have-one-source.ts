import type { Check, Finding } from "../../check.ts";
import { groupBy } from "../../group-by.ts";
import type { LogModel, Model, ServiceModel } from "../../model/model.ts";
import { sharedPath } from "../../text/path-pattern.ts";

/** No file is read by two log sources, be they of one service or of two that write into the same folder. */
export const logFilesHaveOneSource: Check = {
  id: "log-files-have-one-source",
  why: "Filebeat keeps its position in a file for each log source. A file that two of them read is shipped twice, and every count of its lines is wrong.",
  source: "https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-filestream",
  wrong: `
export const all = logSource("all", { description: "All lines.", files: ["*.log"], format: "level lines" });
export const errors = logSource("errors", {
  description: "What failed.",
  files: ["errors.log"],
  format: "level lines",
});
export const till = service("till", {
  title: "Till",
  description: "Where people pay.",
  owner: "Shop team",
  jobs: {},
  metrics: {},
  logs: { all, errors },
  logFolder: { variable: "TILL_FOLDER", default: "/opt/till" },
});
`,
  right: `
export const all = logSource("all", {
  description: "All lines.",
  files: ["all.log", "errors.log"],
  format: "level lines",
});
export const till = service("till", {
  title: "Till",
  description: "Where people pay.",
  owner: "Shop team",
  jobs: {},
  metrics: {},
  logs: { all },
  logFolder: { variable: "TILL_FOLDER", default: "/opt/till" },
});
`,
  *find({ logs, services }: Model): Iterable<Finding> {
    const folderOf = foldersOf(services);
    const read = logs.map((log, index) => readBy(log, index, folderOf(log.service)));
    const byFolder = groupBy(read, ({ folder }) => folder);
    for (const one of read) {
      // A folder within another may hold files of both.
      const others = foldersAround(one.folder).flatMap((folder) => byFolder.get(folder) ?? []);
      for (const found of others) {
        if (found === one || (found.folder === one.folder && found.index > one.index)) continue;
        const shared = firstShared(one.paths, found.paths);
        if (shared === undefined) continue;
        const [{ log: other }, { log }] = found.index < one.index ? [found, one] : [one, found];
        const { file, line } = other.place;
        yield {
          definition: log,
          message: `log source "${log.id}" and "${other.id}" at ${file}:${line} both take ${shared}`,
          fix: "name the files so that each is taken by one, or make one log source of both",
        };
      }
    }
  },
};

function firstShared(some: readonly string[], others: readonly string[]): string | undefined {
  for (const one of some) {
    for (const other of others) {
      const shared = sharedPath(one, other);
      if (shared !== undefined) return shared;
    }
  }
  return undefined;
}

/** Where services write on the host: folders of one variable are one folder, whatever is usual. */
function foldersOf(services: readonly ServiceModel[]): (service: string) => string {
  const withFolder = services.flatMap(({ name, logFolder }) => (logFolder ? [{ name, logFolder }] : []));
  const byVariable = groupBy(withFolder, ({ logFolder }) => logFolder.variable);
  const folders = new Map(
    [...byVariable.values()].flatMap((own) => {
      const [first] = own;
      // Without a default only the variable says where it is.
      const folder = first?.logFolder.default || `/$${first?.logFolder.variable}`;
      return own.map(({ name }) => [name, folder] as const);
    }),
  );
  return (service) => folders.get(service) ?? `/${service}`;
}

/** What a log source reads. */
interface Read {
  readonly log: LogModel;
  readonly index: number;
  readonly folder: string;
  readonly paths: readonly string[];
}

/** Paths as Filebeat gets them: each file, and those that it was rotated to. */
function readBy(log: LogModel, index: number, written: string): Read {
  const folder = written.replace(/\/+$/, "");
  const paths = log.files.flatMap((file) => [`${folder}/${file}`, `${folder}/${file}.[0-9]*`]);
  return { log, index, folder, paths };
}

/** `/var/log/shop`, `/var/log`, `/var` and the root. */
function foldersAround(folder: string): string[] {
  const parts = folder.split("/");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
