import {
  absolutePath,
  closed,
  count,
  flag,
  goDuration,
  httpUrl,
  listOf,
  matching,
  oneOf,
  text,
} from "../../../schema.ts";
import type { Schema } from "../../../schema.ts";

const uid = matching("^[A-Za-z0-9_-]{1,40}$");

const source = { name: text, uid, access: oneOf("proxy"), url: httpUrl, editable: flag };

/** provisioning/datasources: each names its uid, because Grafana would make one of the name. */
export const dataSourcesSchema: Schema = closed(
  {
    apiVersion: oneOf(1),
    datasources: listOf(
      {
        type: "object",
        discriminator: { propertyName: "type" },
        required: ["type"],
        oneOf: [
          closed(
            {
              ...source,
              type: oneOf("prometheus"),
              jsonData: closed(
                {
                  httpMethod: oneOf("POST", "GET"),
                  prometheusType: oneOf("Prometheus"),
                  timeInterval: goDuration,
                },
                { manageAlerts: flag, alertmanagerUid: uid },
              ),
            },
            { isDefault: flag },
          ),
          closed(
            {
              ...source,
              type: oneOf("alertmanager"),
              jsonData: closed({ implementation: oneOf("prometheus") }, { handleGrafanaManagedAlerts: flag }),
            },
            { isDefault: flag },
          ),
        ],
      },
      { minItems: 1 },
    ),
  },
  { prune: flag },
);

/** provisioning/dashboards: the folders are those of the files, so that no `folder` may be said. */
export const dashboardProviderSchema: Schema = closed({
  apiVersion: oneOf(1),
  providers: listOf(
    closed({
      name: text,
      orgId: count,
      type: oneOf("file"),
      disableDeletion: flag,
      allowUiUpdates: flag,
      updateIntervalSeconds: { type: "integer", minimum: 1 },
      options: closed({ path: absolutePath, foldersFromFilesStructure: oneOf(true) }),
    }),
    { minItems: 1, maxItems: 1 },
  ),
});
