import { endpointOf } from "../../generators/jobs/endpoint.ts";
import { json, type Route } from "./route.ts";
import { isAbsent, measuredOf, type SimulatedTarget } from "./simulated-target.ts";

/** Who knows which containers run, in the place of Docker's DNS. */
export const discoveryOrigin = "http://service-discovery";

export function discoveryPath(job: string): string {
  return `/${job}`;
}

/** The targets of a job that are there now, as Prometheus takes them over HTTP: with the label that it has from a name. */
export function discoveryRoute(job: string, targets: readonly SimulatedTarget[]): Route {
  return {
    origin: discoveryOrigin,
    path: discoveryPath(job),
    answer: async () =>
      json(
        200,
        targets
          .filter((target) => !isAbsent(measuredOf(target)))
          .map(({ target: { address } }) => ({
            // The steps of the job say the real address, by the name.
            targets: ["127.0.0.1:1"],
            labels: { __meta_dns_name: `${endpointOf(address).host}.` },
          })),
      ),
  };
}
