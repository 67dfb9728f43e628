import type { ElasticsearchLogs } from "../../language/logs.ts";

/** What Filebeat may do in Elasticsearch, as its role there says: bring its template and its policy, and add lines. It can read none. */
export interface WriterRole {
  /** Of the role, and of the user where the role is made here. */
  readonly name: string;
  readonly body: {
    readonly cluster: readonly string[];
    readonly indices: readonly {
      readonly names: readonly string[];
      readonly privileges: readonly string[];
    }[];
  };
}

export function writerRole({ indexPrefix }: Pick<ElasticsearchLogs, "indexPrefix">): WriterRole {
  return {
    name: `${indexPrefix}-writer`,
    body: {
      // Elastic's own list for setting up and for publishing; without modules there is no pipeline to bring.
      cluster: ["monitor", "manage_ilm", "manage_index_templates"],
      indices: [{ names: [`${indexPrefix}-*`], privileges: ["manage", "auto_configure", "create_doc"] }],
    },
  };
}

/** As whom Filebeat signs in: with its own role where it is made here, and else as the definitions say. */
export function writerUser(logs: ElasticsearchLogs): string {
  return logs.hosts === undefined ? writerRole(logs).name : logs.user;
}
