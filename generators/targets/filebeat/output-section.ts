import type { Compose } from "../../language/compose.ts";
import type { ElasticsearchLogs, Logs } from "../../language/logs.ts";
import { deployTarget } from "../../model/deploy-target.ts";
import { filebeatFolder } from "./folders.ts";

/** The environment variable of Filebeat's process that holds the password of Elasticsearch. */
export const passwordVariable = "ES_PASSWORD";

/** Where the Elasticsearch of this deployment is found by the others. */
export function elasticsearchUrl(deploy: Compose): string {
  return `http://${deployTarget(deploy).addressOf("elasticsearch")}`;
}

/** Where the lines go: to Elasticsearch or to Logstash; Filebeat refuses two outputs. */
export function outputSection(logs: Logs, deploy: Compose): object {
  switch (logs.output) {
    case "logstash":
      return { "output.logstash": { hosts: logs.hosts, loadbalance: true } };
    case "elasticsearch":
      return toElasticsearch(logs, deploy);
  }
}

function toElasticsearch({ hosts, indexPrefix, user }: ElasticsearchLogs, deploy: Compose): object {
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
      // One node: a replica would never find a place. How many an Elasticsearch elsewhere makes is said there.
      settings: hosts ? undefined : { index: { number_of_shards: 1, number_of_replicas: 0 } },
    },
    "output.elasticsearch": {
      hosts: hosts ?? [elasticsearchUrl(deploy)],
      username: user,
      password: `\${${passwordVariable}}`,
      index: `${indexPrefix}-%{[agent.version]}`,
    },
  };
}
