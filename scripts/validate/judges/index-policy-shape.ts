import { schemaJudge } from "../schema-judge.ts";
import { indexPolicySchema } from "../../../generators/targets/filebeat/schema-index-policy.ts";

/** ilm-policy.json by a schema. */
export const indexPolicyShape = schemaJudge({
  id: "index-policy-shape",
  what: "how long logs are kept",
  isAbout: (path) => path === "filebeat/ilm-policy.json",
  schema: () => indexPolicySchema,
  placeOf: (_path, _file, { model }) => model.platform.place,
});
