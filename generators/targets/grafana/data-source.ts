import type { DataSourceRef } from "@grafana/grafana-foundation-sdk/common";

/** The uids by which dashboards and data sources find each other. Without one, Grafana makes it from the name. */
export const prometheusUid = "prometheus";
export const alertmanagerUid = "alertmanager";

/** What a query says of its data source: by uid, because `${DS_PROMETHEUS}` is known only to imports by hand. */
export function prometheusSource(): DataSourceRef {
  return { type: "prometheus", uid: prometheusUid };
}
