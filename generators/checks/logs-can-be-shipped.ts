import type { Check, Finding } from "../check.ts";
import type { Model } from "../model/model.ts";

/** Log files are found below the folder of their service, and there is somewhere to send them. */
export const logsCanBeShipped: Check = {
  id: "logs-can-be-shipped",
  *find({ logs, services, platform: { stack } }: Model): Iterable<Finding> {
    for (const service of services) {
      const first = logs.find((log) => log.service === service.name);
      if (!first || service.logFolder) continue;
      yield {
        definition: service,
        message: `service "${service.name}" has log sources such as "${first.id}", but no logFolder that they are in`,
        mend: 'say where they are: logFolder: { variable: "…_FOLDER", default: "/…" }',
      };
    }
    if (logs.length > 0 && stack.logs.output === "logstash" && !stack.logs.logstashHosts?.length) {
      yield {
        definition: stack,
        message: "logs go to Logstash, but the stack names no host of it",
        mend: 'say logstashHosts: ["host:5044"], or output: "elasticsearch"',
      };
    }
  },
};
