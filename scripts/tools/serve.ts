import { findTool, type Tool } from "./find-tool.ts";
import { startServer, type Server, type StartServerOptions } from "./start-server.ts";

export type { Server } from "./start-server.ts";

export type ServeOptions = {
  readonly configFile: string;
  /** More flags, such as "--log.level=debug". */
  readonly flags?: readonly string[];
  /** The program to start; found by `findTool` when left out. */
  readonly tool?: Tool;
  /** Where the program looks for relative secret files. */
  readonly cwd?: string;
  /** Its whole environment; the caller's own when left out. */
  readonly env?: NodeJS.ProcessEnv;
};

export type ServeWithDataOptions = ServeOptions & {
  /** Where the program keeps its data; the caller removes it. */
  readonly dataDir: string;
};

const listenOnFreePort = "--web.listen-address=127.0.0.1:0";

const commonArgs = ({ configFile, flags }: ServeOptions): readonly string[] => [
  `--config.file=${configFile}`,
  listenOnFreePort,
  ...(flags ?? []),
];

const surroundings = ({ cwd, env }: ServeOptions): Pick<StartServerOptions, "cwd" | "env"> => ({
  ...(cwd !== undefined && { cwd }),
  ...(env && { env }),
});

/** Starts a Prometheus on a free port of 127.0.0.1; throws with its last log lines when it does not become ready. */
export const startPrometheus = async (options: ServeWithDataOptions): Promise<Server> => {
  const { path } = options.tool ?? (await findTool("prometheus"));
  const args = [...commonArgs(options), `--storage.tsdb.path=${options.dataDir}`];
  return startServer({ name: "prometheus", path, args, readyPath: "/-/ready", ...surroundings(options) });
};

/** Starts a single Alertmanager, not a cluster, on a free port of 127.0.0.1; throws as `startPrometheus` does. */
export const startAlertmanager = async (options: ServeWithDataOptions): Promise<Server> => {
  const { path } = options.tool ?? (await findTool("alertmanager"));
  const args = [...commonArgs(options), `--storage.path=${options.dataDir}`, "--cluster.listen-address="];
  return startServer({ name: "alertmanager", path, args, readyPath: "/-/ready", ...surroundings(options) });
};

/** Starts a blackbox exporter on a free port of 127.0.0.1; throws as `startPrometheus` does. */
export const startBlackbox = (options: ServeOptions): Promise<Server> =>
  startExporter("blackbox_exporter", "/-/healthy", options);

/** Starts a JSON exporter on a free port of 127.0.0.1; throws as `startPrometheus` does. */
export const startJsonExporter = (options: ServeOptions): Promise<Server> =>
  startExporter("json_exporter", "/metrics", options);

const startExporter = async (
  name: "blackbox_exporter" | "json_exporter",
  readyPath: string,
  options: ServeOptions,
): Promise<Server> => {
  const { path } = options.tool ?? (await findTool(name));
  return startServer({ name, path, args: commonArgs(options), readyPath, ...surroundings(options) });
};
