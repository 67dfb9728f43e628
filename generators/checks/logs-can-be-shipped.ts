import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";

/** Log files are found below the folder of their service. */
export const logsCanBeShipped: Check = {
  id: "logs-can-be-shipped",
  *find({ logs, services }: Model): Iterable<Finding> {
    for (const service of services) {
      const first = logs.find((log) => log.service === service.name);
      if (!first || service.logFolder) continue;
      yield {
        definition: service,
        message: `service "${service.name}" has log sources such as "${first.id}", but no logFolder that they are in`,
        fix: 'say where they are: logFolder: { variable: "…_FOLDER", default: "/…" }',
      };
    }
  },
};
