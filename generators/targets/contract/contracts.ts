import { contractOf, scrapedJobsOf } from "../../contract/of-model/contract-of.ts";
import type { Model } from "../../model/model.ts";
import type { Output } from "../../output.ts";
import { printFilledJson } from "../../text/json.ts";

/** Where the contract of a service stands. */
export function contractPath(service: string): string {
  return `contract/${service}.json`;
}

/** The services of which a program answers metrics itself, and so can be compared before it is released. */
export function contractedServices(model: Pick<Model, "services" | "jobs">): Model["services"] {
  return model.services.filter(({ name }) => scrapedJobsOf(model, name).length > 0);
}

/** What each service exposes, and who rests on it. */
export const contracts: Output = (model) =>
  Object.fromEntries(
    contractedServices(model).map((service) => [
      contractPath(service.name),
      printFilledJson(contractOf(model, service)),
    ]),
  );
