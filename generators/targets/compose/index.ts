import { stackAddresses } from "./validators/stack-addresses.ts";
import { stackHardening } from "./validators/stack-hardening.ts";
import { stackExposure } from "./validators/stack-exposure.ts";
import type { Target } from "../target.ts";
import { compose as file } from "./compose-file.ts";
import { composeConfig } from "./validators/compose-config.ts";
import { composeStyle } from "./validators/compose-style.ts";

/** Docker Compose, where that is how the programs run. */
export const compose: Target = {
  outputs: { stack: [(model) => (model.platform.deploy.kind === "compose" ? file(model) : {})] },
  validators: [composeConfig, composeStyle, stackExposure, stackHardening, stackAddresses],
};
