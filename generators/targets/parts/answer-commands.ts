import type { Compose } from "../../language/compose.ts";
import type { JobModel } from "../../jobs/index.ts";
import { debugOf, exporterModuleOf, exporterOf, tokenOf, urlOf } from "../../jobs/of-jobs.ts";
import { neededContainer } from "../../model/running-containers.ts";
import { askingContainer } from "./asking-container.ts";
import { shellQuote } from "./shell-quote.ts";

/**
 * Commands that show what the targets of a job answer, asked from inside of the stack as Prometheus or an exporter asks.
 *
 * None for a target that takes a token from Prometheus: on a command line everybody on the machine could read it.
 */
export function answerCommands(job: JobModel, deploy: Compose): string[] {
  const exporter = exporterOf(job);
  const module = exporterModuleOf(job);
  if (exporter && module) {
    const { port } = neededContainer(deploy, exporter);
    return job.targets.map(({ address }) =>
      wget(exporter, `${probeUrl(port, module.name, address)}${debugOf(job)}`),
    );
  }
  if (tokenOf(job)) return [];
  return job.targets.map(({ address }) => wget(askingContainer(deploy), urlOf(job, address)));
}

function probeUrl(port: number, module: string, address: string): string {
  return `http://127.0.0.1:${port}/probe?module=${encodeURIComponent(module)}&target=${encodeURIComponent(address)}`;
}

function wget(container: string, url: string): string {
  return `docker compose exec ${container} wget -qO- ${shellQuote(url)}`;
}
