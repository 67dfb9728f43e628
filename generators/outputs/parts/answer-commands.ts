import type { Stack } from "../../language/stack.ts";
import type { JobModel, TargetModel } from "../../model/job-model.ts";
import { shellQuote } from "./shell-quote.ts";

/**
 * Commands that show what the targets of a job answer, asked from inside of the stack as Prometheus or an exporter asks.
 *
 * None for a target that takes a token from Prometheus: on a command line everybody on the machine could read it.
 */
export function answerCommands(job: JobModel, { containers }: Stack): string[] {
  switch (job.kind) {
    case "scrape":
      // Prometheus' image need not have a shell; that of the blackbox exporter has wget, and sees the same networks.
      return job.bearerToken
        ? []
        : job.targets.map(({ address }) =>
            wget("blackbox-exporter", `${job.scheme}://${address}${job.path}`),
          );
    case "probe": {
      const { port } = containers["blackbox-exporter"];
      return job.targets.map((target) =>
        wget("blackbox-exporter", `${probeUrl(port, job.module.name, target)}&debug=true`),
      );
    }
    case "json": {
      const { port } = containers["json-exporter"];
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
