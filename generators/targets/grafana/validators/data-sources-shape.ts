import type { Mistake } from "../../validation/finding.ts";
import { itemsAt, textAt, dataAt } from "../../validation/untyped-data.ts";
import type { SchemaValidator } from "../../validation/validator.ts";
import { dataSourcesSchema } from "../schema/provisioning.ts";

/** Grafana's data sources by a schema: Grafana ignores keys that it does not know. */
export const dataSourcesShape: SchemaValidator = {
  id: "data-sources-shape",
  what: "data sources of Grafana",
  by: "schema",
  covers: isDataSourceFile,
  schema: () => dataSourcesSchema,
  mustRefuse: ["apiVersion: 1\ndatasources: [{ name: Wrong, kind: prometheus }]\n"],
  placeOf: (_path, _file, { model }) => model.platform.deploy.place,
  mistakes: ({ data }) => [...sharedUids(data), ...severalDefaults(data), ...unknownAlertmanager(data)],
};

export function isDataSourceFile(path: string): boolean {
  return path.startsWith("grafana/provisioning/datasources/");
}

function sharedUids(data: unknown): Mistake[] {
  const uids = itemsAt(data, "datasources").map((source) => textAt(source, "uid") ?? "");
  return uids.flatMap((uid, index) =>
    uids.indexOf(uid) === index
      ? []
      : [
          {
            path: ["datasources", String(index), "uid"],
            message: `is "${uid}", which another data source has too`,
          },
        ],
  );
}

function severalDefaults(data: unknown): Mistake[] {
  const defaults = itemsAt(data, "datasources").filter((source) => dataAt(source, "isDefault") === true);
  return defaults.length > 1 ? [{ path: ["datasources"], message: "has several defaults" }] : [];
}

function unknownAlertmanager(data: unknown): Mistake[] {
  const sources = itemsAt(data, "datasources");
  return sources.flatMap((source, index) => {
    const uid = textAt(source, "jsonData", "alertmanagerUid");
    if (uid === undefined || sources.some((other) => textAt(other, "uid") === uid)) return [];
    const path = ["datasources", String(index), "jsonData", "alertmanagerUid"];
    return [{ path, message: `is "${uid}", which no data source has` }];
  });
}
