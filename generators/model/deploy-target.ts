import type { ContainerName } from "../language/compose.ts";
import type { Deployment } from "../language/platform.ts";
import { neededContainer } from "./running-containers.ts";

/** What the configurations must know of where the programs run. */
export interface DeployTarget {
  /** How the programs reach what runs on the machine itself: what `localhost` in a target becomes. */
  readonly localhost: string;
  /** Where the programs find one another: `prometheus:9090`. */
  readonly addressOf: (program: ContainerName) => string;
}

const targets: { readonly [D in Deployment as D["kind"]]: (deploy: D) => DeployTarget } = {
  // A container is reached by its name, which compose makes a host name.
  compose: (deploy) => ({
    localhost: deploy.hostAlias,
    addressOf: (name) => `${name}:${neededContainer(deploy, name).port}`,
  }),
};

export function deployTarget(deploy: Deployment): DeployTarget {
  return targets[deploy.kind](deploy);
}
