import { schemaJudge } from "../schema-judge.ts";
import { dashboardProviderSchema } from "../../../generators/targets/grafana/schema/provisioning.ts";

/** What tells Grafana where its dashboards are, by a schema. */
export const dashboardProviderShape = schemaJudge({
  id: "dashboard-provider-shape",
  what: "how Grafana finds dashboards",
  isAbout: (path) => path.startsWith("grafana/provisioning/dashboards/"),
  schema: () => dashboardProviderSchema,
  placeOf: (_path, _file, { model }) => model.platform.deploy.place,
});
