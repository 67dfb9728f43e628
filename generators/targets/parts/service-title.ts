import type { Model } from "../../model/model.ts";

/** A service as people call it. */
export function serviceTitle(service: string, { services }: Pick<Model, "services">): string {
  return services.find(({ name }) => name === service)?.title ?? service;
}
