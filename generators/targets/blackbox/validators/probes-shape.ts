import type { SchemaValidator } from "../../validation/validator.ts";
import { blackboxSchema } from "../schema.ts";
import { blackboxPath, modulePlace } from "./blackbox-config.ts";

/** blackbox.yml by a schema: the exporter's own check accepts any `prober`. */
export const probesShape: SchemaValidator = {
  id: "probes-shape",
  what: "probes, strictly",
  by: "schema",
  covers: (path) => path === blackboxPath,
  schema: () => blackboxSchema,
  mustRefuse: ["modules: { wrong: { prober: smoke } }\n"],
  placeOf: ([, module], _file, { model }) => modulePlace(module, model),
};
