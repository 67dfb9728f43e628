import { serviceNamed } from "../../../model/lookups.ts";
import { textAt } from "../../validation/untyped-data.ts";
import type { SchemaValidator } from "../../validation/validator.ts";
import { contractSchema } from "../schema.ts";

/** Contracts by a schema: their checker believes what stands in them. */
export const contractShape: SchemaValidator = {
  id: "contract-shape",
  what: "contracts of services",
  by: "schema",
  covers: (path) => /^contract\/.*\.json$/.test(path),
  schema: () => contractSchema,
  mustRefuse: ['{ "format": 1, "service": "wrong", "owner": "nobody", "jobs": [], "readers": {} }\n'],
  placeOf: (_path, { data }, { model }) => serviceNamed(model, textAt(data, "service") ?? "")?.place,
};
