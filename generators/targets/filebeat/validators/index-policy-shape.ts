import type { SchemaValidator } from "../../validation/validator.ts";
import { indexPolicySchema } from "../index-policy.ts";

/** ilm-policy.json by a schema. */
export const indexPolicyShape: SchemaValidator = {
  id: "index-policy-shape",
  what: "how long logs are kept",
  by: "schema",
  covers: (path) => path === "filebeat/ilm-policy.json",
  schema: () => indexPolicySchema,
  mustRefuse: ['{ "policy": { "phases": "none" } }\n'],
  placeOf: (_path, _file, { model }) => model.platform.place,
};
