import { schemaJudge } from "../schema-judge.ts";
import { blackboxSchema } from "../../../generators/targets/blackbox/schema.ts";
import { blackboxPath, modulePlace } from "./blackbox-config.ts";

/** blackbox.yml by a schema: the exporter's own check takes any `prober`. */
export const probesShape = schemaJudge({
  id: "probes-shape",
  what: "probes, strictly",
  isAbout: (path) => path === blackboxPath,
  schema: () => blackboxSchema,
  placeOf: ([, module], _file, { model }) => modulePlace(module, model),
});
