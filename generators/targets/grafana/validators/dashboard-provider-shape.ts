import type { SchemaValidator } from "../../validation/validator.ts";
import { dashboardProviderSchema } from "../schema/provisioning.ts";

/** What tells Grafana where its dashboards are, by a schema. */
export const dashboardProviderShape: SchemaValidator = {
  id: "dashboard-provider-shape",
  what: "how Grafana finds dashboards",
  by: "schema",
  covers: (path) => path.startsWith("grafana/provisioning/dashboards/"),
  schema: () => dashboardProviderSchema,
  mustRefuse: ["apiVersion: 1\nproviders: [{ name: wrong, kind: file }]\n"],
  placeOf: (_path, _file, { model }) => model.platform.deploy.place,
};
