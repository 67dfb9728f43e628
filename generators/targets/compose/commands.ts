import type { Compose, ContainerName } from "../../language/compose.ts";
import type { JobModel } from "../../jobs/index.ts";
import { debugOf, exporterModuleOf, exporterOf, secretsOfJob, urlOf } from "../../jobs/of-jobs.ts";
import { neededContainer } from "../../model/running-containers.ts";

/** A command that asks Prometheus now, from its own container: it works whether or not its port is open on the machine. */
export function instantQuery(expr: string, { containers }: Compose): string {
  const address = `http://127.0.0.1:${containers.prometheus.port}`;
  return `docker compose exec prometheus promtool query instant ${address} ${shellQuote(expr)}`;
}

/** A command that asks Alertmanager now, from its own container. */
export function amtool(args: string, { containers }: Compose): string {
  const address = `http://127.0.0.1:${containers.alertmanager.port}`;
  return `docker compose exec alertmanager amtool --alertmanager.url=${address} ${args}`;
}

/**
 * Commands that show what the targets of a job answer, asked from inside of the stack as Prometheus or an exporter asks.
 *
 * None for a target that takes a token or a password from Prometheus: on a command line everybody on the machine could read it.
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
  if (secretsOfJob(job).length > 0) return [];
  return job.targets.map(({ address }) => wget(askingContainer(deploy), urlOf(job, address)));
}

function probeUrl(port: number, module: string, address: string): string {
  return `http://127.0.0.1:${port}/probe?module=${encodeURIComponent(module)}&target=${encodeURIComponent(address)}`;
}

function wget(container: string, url: string): string {
  return `docker compose exec ${container} wget -qO- ${shellQuote(url)}`;
}

/**
 * The program in whose container a person asks a target, as Prometheus or an exporter would: surely with wget, and where
 * programs on the host are reached too. Prometheus' own image need not have a shell.
 */
export function askingContainer({ containers }: Pick<Compose, "containers">): ContainerName {
  const exporters = ["blackbox-exporter", "json-exporter"] as const;
  return exporters.find((name) => containers[name] !== undefined) ?? "grafana";
}

/** Where the machine that runs the stack reaches a program of it; undefined when its port is not open there. */
export function hostUrl(container: ContainerName, { containers }: Compose): string | undefined {
  const hostPort = containers[container]?.hostPort;
  return hostPort === undefined ? undefined : `http://localhost:${hostPort}`;
}

/** Text as one word of a command line of sh. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
