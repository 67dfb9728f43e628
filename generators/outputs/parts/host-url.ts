import type { ContainerName, Stack } from "../../language/stack.ts";

/** Where the machine that runs the stack reaches a program of it; undefined when its port is not open there. */
export function hostUrl(container: ContainerName, { containers }: Stack): string | undefined {
  const { hostPort } = containers[container];
  return hostPort === undefined ? undefined : `http://localhost:${hostPort}`;
}
