import type { Compose } from "../../language/compose.ts";
import { deployTarget } from "../../model/deploy-target.ts";

/** Where the containers of Filebeat finds `out/filebeat`. */
export const filebeatFolder = "/etc/filebeat";

/** Where Filebeat keeps how far it has read; the image's own place. */
export const dataFolder = "/usr/share/filebeat/data";

/** Where Filebeat writes about itself; the image's own place. */
export const ownLogFolder = "/usr/share/filebeat/logs";

/** Where the container of Filebeat finds the log files of a service. */
export function logFolder(service: string): string {
  return `/var/log/signalbox/${service}`;
}

/** The environment variable of Filebeat's process that holds the password of Elasticsearch. */
export const passwordVariable = "ES_PASSWORD";

/** Where the Elasticsearch of this deployment is found by the others. */
export function elasticsearchUrl(deploy: Compose): string {
  return `http://${deployTarget(deploy).addressOf("elasticsearch")}`;
}
