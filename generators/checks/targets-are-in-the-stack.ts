import type { Check, Finding } from "../check.ts";
import type { JobModel } from "../model/job-model.ts";
import type { Model } from "../model/model.ts";

/** A target without a dot in its name is a program of the stack, at the port where that program listens. */
export const targetsAreInTheStack: Check = {
  id: "targets-are-in-the-stack",
  *find({ jobs, platform }: Model): Iterable<Finding> {
    const { containers, hostAlias, place } = platform.stack;
    const ports = new Map<string, number>(Object.entries(containers).map(([name, { port }]) => [name, port]));
    for (const job of jobs) {
      for (const { written, address } of job.targets) {
        const { host, port } = hostAndPort(address);
        if (host === hostAlias || host.includes(".")) continue;
        const listens = ports.get(host);
        if (listens === port) continue;
        yield finding(
          job,
          written,
          listens === undefined
            ? `no program of the stack is called "${host}"`
            : `"${host}" listens on port ${listens}`,
          `${place.file}:${place.line}`,
        );
      }
    }
  },
};

function finding(job: JobModel, target: string, why: string, stack: string): Finding {
  return {
    definition: job,
    message: `job "${job.name}" cannot reach its target ${target}: ${why}`,
    mend: `correct the target, or the stack at ${stack}; localhost is the machine that the stack runs on`,
  };
}

/** Of `host:port` or of a URL, whose port may be left out. */
function hostAndPort(address: string): { readonly host: string; readonly port: number } {
  const url = new URL(address.includes("://") ? address : `http://${address}`);
  const usual = url.protocol === "https:" ? 443 : 80;
  return { host: url.hostname, port: url.port === "" ? usual : Number(url.port) };
}
