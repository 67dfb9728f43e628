import type { Model } from "../../model/model.ts";
import { inlineCode, table } from "../../text/markdown.ts";
import { containerLogs } from "../compose/compose-service.ts";
import { shipsLogs, storesLogs } from "../compose/log-stack.ts";
import { ownLogs } from "../filebeat.ts";

/** How long each kind of data is kept, and where that is said. */
export function retentionTable(model: Model): string {
  const { stack } = model.platform;
  const file = inlineCode(stack.place.file);
  const { "max-size": size, "max-file": files } = containerLogs.options;
  const rows = [
    [
      "samples, in Prometheus",
      `${stack.retention}, or less when they would take more than ${stack.retentionSizeGiB} GiB`,
      file,
    ],
    // The default of its --data.retention, which compose does not change.
    [
      "silences and what was notified, in Alertmanager",
      "5 days after their end",
      "Alertmanager's own default",
    ],
    ["what people made in Grafana", "until they delete it", "nowhere"],
    ...(shipsLogs(model) && storesLogs(model)
      ? [["lines of the services, in Elasticsearch", `${stack.logs.keepDays} days`, file]]
      : []),
    ...(shipsLogs(model)
      ? [["what Filebeat says of itself", `the last ${ownLogs.files.keepfiles} days`, "its generator"]]
      : []),
    [
      `what each program prints: ${inlineCode("docker compose logs")}`,
      `of each program the last ${files} files, of ${size.replace("m", " MiB")} at most`,
      "the generator of the compose file",
    ],
  ];
  return table(["what", "how long", "said in"], rows);
}
