import type { Stack } from "../../language/stack.ts";
import { filebeatFolder } from "./folders.ts";

/** The environment variable of Filebeat's process that holds the password of Elasticsearch. */
export const passwordVariable = "ES_PASSWORD";

/** Where the lines go: to Elasticsearch or to Logstash; Filebeat refuses two outputs. */
export function outputSection({ logs, containers }: Stack): object {
  if (logs.output === "logstash") {
    return { "output.logstash": { hosts: logs.logstashHosts ?? [], loadbalance: true } };
  }
  const { indexPrefix } = logs;
  return {
    "setup.ilm": {
      enabled: true,
      policy_name: indexPrefix,
      policy_file: `${filebeatFolder}/ilm-policy.json`,
      // The file is the truth, not what was once changed by hand.
      overwrite: true,
    },
    // With an index of its own Filebeat asks for both the name and the pattern.
    "setup.template": {
      name: indexPrefix,
      pattern: `${indexPrefix}-*`,
      overwrite: true,
      // One node: a replica would never find a place.
      settings: { index: { number_of_shards: 1, number_of_replicas: 0 } },
    },
    "output.elasticsearch": {
      hosts: [`http://elasticsearch:${containers.elasticsearch.port}`],
      username: logs.elasticsearchUser,
      password: `\${${passwordVariable}}`,
      index: `${indexPrefix}-%{[agent.version]}`,
    },
  };
}
