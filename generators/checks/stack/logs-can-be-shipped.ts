import { partsOfService } from "../../model/lookups.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";

/** Log files are found below the folder of their service. */
export const logsCanBeShipped: Check = {
  id: "logs-can-be-shipped",
  why: "Filebeat runs in a container and sees only the folders that are mounted into it. Without the folder of the service it reads nothing, and reports no error.",
  source: "https://www.elastic.co/docs/reference/beats/filebeat/running-on-docker",
  wrong: `
export const accessLog = logSource("access", {
  description: "Each request.",
  files: ["access.log"],
  format: "level lines",
});
export const till = service("till", {
  title: "Till",
  description: "Where people pay.",
  owner: "Shop team",
  jobs: {},
  metrics: {},
  logs: { accessLog },
});
`,
  right: `
export const accessLog = logSource("access", {
  description: "Each request.",
  files: ["access.log"],
  format: "level lines",
});
export const till = service("till", {
  title: "Till",
  description: "Where people pay.",
  owner: "Shop team",
  jobs: {},
  metrics: {},
  logs: { accessLog },
  logFolder: { variable: "SHOP_FOLDER", default: "/opt/shop" },
});
`,
  *find(model: Model): Iterable<Finding> {
    for (const service of model.services) {
      const [first] = partsOfService(model, service.name).logs;
      if (!first || service.logFolder) continue;
      yield {
        definition: service,
        message: `service "${service.name}" has log sources such as "${first.id}", but no logFolder to read them from`,
        fix: 'add the folder: logFolder: { variable: "…_FOLDER", default: "/…" }',
      };
    }
  },
};
