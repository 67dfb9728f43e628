import type { Model } from "../../../model/model.ts";
import { inlineCode, table } from "../../../text/markdown.ts";
import { containerLogs } from "../../compose/compose-service.ts";
import { shippedLogs } from "../../../model/log-shipping.ts";
import { ownLogs } from "../../filebeat/config.ts";

/** How long each kind of data is kept, and where that is said. */
export function retentionTable(model: Model): string {
  const { prometheus, place } = model.platform;
  const logs = shippedLogs(model);
  const file = inlineCode(place.file);
  const { "max-size": size, "max-file": files } = containerLogs.options;
  const rows = [
    [
      "samples, in Prometheus",
      `${prometheus.retention}, or less when they would take more than ${prometheus.retentionSizeGiB} GiB`,
      file,
    ],
    // The default of its --data.retention, which compose does not change.
    [
      "silences and what was notified, in Alertmanager",
      "5 days after their end",
      "Alertmanager's own default",
    ],
    ["what people made in Grafana", "until they delete it", "nowhere"],
    ...(logs?.output === "elasticsearch"
      ? [["lines of the services, in Elasticsearch", `${logs.keepDays} days`, file]]
      : []),
    ...(logs
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
