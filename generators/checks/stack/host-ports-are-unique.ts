import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { containerNames } from "../../model/running-containers.ts";

/** No two programs of the stack want the same port of the host; compose would find out only when it starts them. */
export const hostPortsAreUnique: Check = {
  id: "host-ports-are-unique",
  why: "Only one program can listen on a port of the host. Docker Compose finds out when it starts the second one, and then the stack is half up.",
  source: "https://docs.docker.com/reference/compose-file/services/",
  wrong: `
export const deploy = compose({
  ...stack,
  containers: {
    ...stack.containers,
    grafana: { ...stack.containers.grafana, hostPort: 9090 },
  },
});
`,
  right: `
export const deploy = compose({
  ...stack,
  containers: {
    ...stack.containers,
    grafana: { ...stack.containers.grafana, hostPort: 3000 },
  },
});
`,
  *find({ platform: { deploy } }: Model): Iterable<Finding> {
    const taken = new Map<number, string>();
    for (const name of containerNames) {
      const hostPort = deploy.containers[name]?.hostPort;
      if (hostPort === undefined) continue;
      const first = taken.get(hostPort);
      if (first === undefined) {
        taken.set(hostPort, name);
        continue;
      }
      yield {
        definition: deploy,
        message: `${first} and ${name} both want port ${hostPort} of the host`,
        fix: "give one of them another `hostPort`",
      };
    }
  },
};
