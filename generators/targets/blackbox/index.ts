import { probesAgree } from "./validators/probes-agree.ts";
import type { Target } from "../target.ts";
import { blackbox as config } from "./config.ts";
import { blackboxConfig } from "./validators/blackbox-config.ts";
import { probesShape } from "./validators/probes-shape.ts";

/** The blackbox exporter. */
export const blackbox: Target = {
  outputs: { stack: [config] },
  validators: [blackboxConfig, probesShape, probesAgree],
};
