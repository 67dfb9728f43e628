import type { Target } from "../target.ts";
import { filebeat as config } from "./config.ts";
import { filebeatShape } from "./validators/filebeat-shape.ts";
import { indexPolicyShape } from "./validators/index-policy-shape.ts";

/** Log lines on their way to Elasticsearch. */
export const filebeat: Target = {
  outputs: { stack: [config] },
  validators: [filebeatShape, indexPolicyShape],
};
