import { endpointOf } from "../../jobs/endpoint.ts";
import type { JobModel } from "../../jobs/index.ts";

/** The label in which Prometheus says what name it has found a target by. */
const nameLabel = "__meta_dns_name";

/** Where Prometheus finds the targets of a job: in a file, or by the names of containers, which Docker only knows while they run. */
export function discovery({ name, targets, absentWhileStopped }: JobModel): object {
  if (!absentWhileStopped) return { file_sd_configs: [{ files: [`targets/${name}.yml`] }] };
  return {
    dns_sd_configs: targets.map(({ address }) => {
      const { host, port } = endpointOf(address);
      return { names: [rooted(host)], type: "A", port };
    }),
  };
}

/** Makes of targets that were found by name what a file of targets says of the others: the address, and the labels. */
export function relabelling({ targets, labels, absentWhileStopped }: JobModel): object[] {
  if (!absentWhileStopped) return [];
  return [
    ...targets.flatMap(({ address, instance }) => {
      const { host } = endpointOf(address);
      const found = { source_labels: [nameLabel], regex: rooted(host).replace(".", "\\.") };
      return [
        // The name and not what it stands for now: the address of a container changes with each start.
        { ...found, target_label: "__address__", replacement: literal(address) },
        { ...found, target_label: "instance", replacement: literal(instance) },
      ];
    }),
    ...Object.entries(labels).map(([target_label, value]) => ({ target_label, replacement: literal(value) })),
  ];
}

/** With its last dot nobody looks for it in the domains of the machine, where a wildcard may answer for any name. */
function rooted(host: string): string {
  return `${host}.`;
}

/** Behind a dollar sign stands what was found; a doubled one is a dollar sign. */
function literal(text: string): string {
  return text.replaceAll("$", "$$$$");
}
