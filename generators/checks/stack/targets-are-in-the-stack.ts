import type { Check, Finding } from "../../check.ts";
import type { Compose } from "../../language/compose.ts";
import { endpointOf } from "../../jobs/endpoint.ts";
import type { JobModel } from "../../jobs/index.ts";
import type { Model } from "../../model/model.ts";
import { isContainerName, runningContainers } from "../../model/running-containers.ts";
import { containerToAdd } from "../reading/container-to-add.ts";

/** A target without a dot in its name is a program of the stack, at the port where that program listens. */
export const targetsAreInTheStack: Check = {
  id: "targets-are-in-the-stack",
  why: "In a container 127.0.0.1 is the container itself, and a name without a dot must be another program of the stack. A target that cannot be reached is down from its first scrape.",
  source: "https://docs.docker.com/compose/how-tos/networking/",
  wrong: `
export const till = scrapeJob("shop-till", {
  description: "The till.",
  targets: ["127.0.0.1:8081"],
});
`,
  right: `
export const till = scrapeJob("shop-till", {
  description: "The till.",
  targets: ["localhost:8081"],
});
`,
  *find(model: Model): Iterable<Finding> {
    const { deploy } = model.platform;
    yield* ofPlatform(model.platform);
    const running = new Map<string, number>(runningContainers(model).map(({ name, port }) => [name, port]));
    const declared = new Map(Object.entries(deploy.containers).map(([name, { port }]) => [name, port]));
    for (const job of model.jobs) {
      // What nobody starts is absent too.
      const ports = job.absentWhileStopped ? declared : running;
      for (const { written, address } of job.targets) {
        const { host, port } = endpointOf(address);
        if (isLoopback(host)) {
          const why = `inside a container, ${host} is the container itself`;
          yield finding(job, written, why, "write localhost for the machine the stack runs on");
        } else if (host !== deploy.hostAlias && !isElsewhere(host) && ports.get(host) !== port) {
          const listens = ports.get(host);
          const why =
            listens === undefined
              ? `no program in the stack is called "${host}"`
              : `"${host}" listens on port ${listens}`;
          yield finding(job, written, why, `correct the target, or ${deploymentWith(host, deploy)}`);
        }
      }
    }
  },
};

/** Only of targets localhost becomes what it is called in a container. */
function* ofPlatform({ mail, logs, deploy, place }: Model["platform"]): Iterable<Finding> {
  const mailServers = mail ? [["the mail server", mail.smarthost] as const] : [];
  const logHosts = (logs?.hosts ?? []).map((host) => ["the logs' host", host] as const);
  for (const [what, address] of [...mailServers, ...logHosts]) {
    const { host } = endpointOf(address);
    if (!isLoopback(host)) continue;
    yield {
      definition: { place },
      message: `${what} ${address} cannot be reached: inside a container, ${host} is the container itself`,
      fix: `write ${deploy.hostAlias} for the machine the stack runs on`,
    };
  }
}

/** What would make the target right. */
function deploymentWith(host: string, deploy: Compose): string {
  return isContainerName(host) && !deploy.containers[host]
    ? containerToAdd(host, deploy)
    : `the stack at ${deploy.place.file}:${deploy.place.line}`;
}

function finding(job: JobModel, target: string, why: string, fix: string): Finding {
  return {
    definition: job,
    cause: why,
    message: `job "${job.name}" cannot reach its target ${target}: ${why}`,
    fix,
  };
}

/** Whether it is an address, or a name of the network around the stack. */
function isElsewhere(host: string): boolean {
  return host.includes(".") || host.startsWith("[");
}

function isLoopback(host: string): boolean {
  // Of all spellings only localhost itself is put in place by what it is called in a container.
  if (/^(?:.*\.)?localhost\.?$/i.test(host)) return true;
  return /^127\.\d+\.\d+\.\d+$/.test(host) || /^\[(?:::1?|::ffff:7f\S*)\]$/.test(host) || host === "0.0.0.0";
}
