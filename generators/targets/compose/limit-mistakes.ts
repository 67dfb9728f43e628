import type { RunningContainer } from "../../model/running-containers.ts";
import { dataAt, textAt } from "../validation/untyped-data.ts";
import { imageOf, limitsOf } from "./limits.ts";

/**
 * What a service may take of the machine, and which image it is, each as the definitions say. A service that only runs once has what its program has, and less memory.
 */
export function mistakesOfLimits(
  name: string,
  service: unknown,
  containers: readonly RunningContainer[],
): string[] {
  const container = containers.find((one) => one.name === name);
  const meant = container && limitsOf(container.name, container);
  const image = textAt(service, "image");
  return [
    ...amounts.flatMap(([key, isAmount]) => {
      const value = dataAt(service, key);
      if (!isAmount(value)) return [`has no ${key}: it may take all of the machine`];
      return meant === undefined || value === meant[key]
        ? []
        : [`has ${key}: ${String(value)}, and the definitions say ${meant[key]}`];
    }),
    ...(dataAt(service, "memswap_limit") === dataAt(service, "mem_limit") ? [] : ["may swap"]),
    ...(container === undefined || image === imageOf(container)
      ? []
      : [`runs ${image}, and the definitions say ${imageOf(container)}`]),
  ];
}

type IsAmount = (value: unknown) => boolean;
const isNumber: IsAmount = (value) => typeof value === "number" && value > 0;
const isSize: IsAmount = (value) => typeof value === "string" && /^[1-9]\d*m$/.test(value);

const amounts = [
  ["cpus", isNumber],
  ["mem_limit", isSize],
  ["memswap_limit", isSize],
  ["pids_limit", isNumber],
] as const;
