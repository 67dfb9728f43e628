import type { Platform } from "../language/platform.ts";
import type { Receiver } from "../language/receiver.ts";
import type { Service } from "../language/service.ts";
import { routesUnder } from "./allowing-definitions.ts";

/** Every receiver of the definitions, each once: those that the platform lists, and those of routes and of copy routes. */
export function receiversIn(platform: Platform, services: readonly Service[]): Receiver[] {
  const routes = [...routesUnder(platform.routing), ...services.flatMap(copiesOf)];
  return [...new Set([...Object.values(platform.receivers), ...routes.map(({ receiver }) => receiver)])];
}

function copiesOf({ copies = {} }: Service) {
  return Object.values(copies);
}
