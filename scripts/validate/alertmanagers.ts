import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tool } from "../tools/find-tool.ts";
import { startAlertmanager, type Server } from "../tools/serve.ts";
import { seldomCollected } from "../tools/seldom-collected.ts";
import { temporaryFolder } from "../tools/temporary-folder.ts";

/** The Alertmanagers of a run: one for each configuration, whoever asks it. */
export interface Alertmanagers {
  readonly urlOf: (config: string, tool: Tool) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** An Alertmanager that runs until it is stopped. */
export interface Running extends Pick<Server, "url" | "pid" | "stop"> {}

export function alertmanagers(): Alertmanagers {
  const running = new Map<string, Promise<Running>>();
  return {
    urlOf: async (config, tool) => {
      const known = running.get(config) ?? startWith(config, tool);
      running.set(config, known);
      return (await known).url;
    },
    stop: async () => {
      // One that could not be started has nothing to stop.
      for (const one of await Promise.allSettled(running.values()))
        if (one.status === "fulfilled") await one.value.stop();
      running.clear();
    },
  };
}

/** Starts one with a configuration, in a folder that goes with it. */
export async function startWith(config: string, tool: Tool): Promise<Running> {
  const { path: folder, remove } = temporaryFolder("alertmanager-");
  try {
    const configFile = join(folder, "alertmanager.yml");
    writeFileSync(configFile, config);
    const env = { ...seldomCollected, ...process.env };
    const server = await startAlertmanager({ configFile, dataDir: join(folder, "data"), tool, env });
    const stop = async () => {
      await server.stop();
      remove();
    };
    return { url: server.url, pid: server.pid, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
