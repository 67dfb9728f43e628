import type { Compose } from "../../language/compose.ts";
import type { JobModel, TargetModel } from "../../model/job-model.ts";
import { neededContainer } from "../../model/running-containers.ts";
import { askingContainer } from "./asking-container.ts";
import { shellQuote } from "./shell-quote.ts";

/**
 * Commands that show what the targets of a job answer, asked from inside of the stack as Prometheus or an exporter asks.
 *
 * None for a target that takes a token from Prometheus: on a command line everybody on the machine could read it.
 */
export function answerCommands(job: JobModel, deploy: Compose): string[] {
  switch (job.kind) {
    case "scrape":
      return job.bearerToken
        ? []
        : job.targets.map(({ address }) =>
            wget(askingContainer(deploy), `${job.scheme}://${address}${job.path}`),
          );
    case "probe": {
      const { port } = neededContainer(deploy, "blackbox-exporter");
      return job.targets.map((target) =>
        wget("blackbox-exporter", `${probeUrl(port, job.module.name, target)}&debug=true`),
      );
    }
    case "json": {
      const { port } = neededContainer(deploy, "json-exporter");
      return job.targets.map((target) => wget("json-exporter", probeUrl(port, job.name, target)));
    }
  }
}

function probeUrl(port: number, module: string, { address }: TargetModel): string {
  return `http://127.0.0.1:${port}/probe?module=${encodeURIComponent(module)}&target=${encodeURIComponent(address)}`;
}

function wget(container: string, url: string): string {
  return `docker compose exec ${container} wget -qO- ${shellQuote(url)}`;
}
