import type { Compose, ContainerName } from "../../language/compose.ts";

/** Where the machine that runs the stack reaches a program of it; undefined when its port is not open there. */
export function hostUrl(container: ContainerName, { containers }: Compose): string | undefined {
  const hostPort = containers[container]?.hostPort;
  return hostPort === undefined ? undefined : `http://localhost:${hostPort}`;
}
