import { jsonFieldsAgree } from "./validators/json-fields-agree.ts";
import type { Target } from "../target.ts";
import { jsonExporter as config } from "./config.ts";
import { jsonExporterShape } from "./validators/json-exporter-shape.ts";

/** The JSON exporter, which makes metrics of JSON. */
export const jsonExporter: Target = {
  outputs: { stack: [config] },
  validators: [jsonExporterShape, jsonFieldsAgree],
};
