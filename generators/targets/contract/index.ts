import type { Target } from "../target.ts";
import { checker } from "./checker.ts";
import { contracts } from "./contracts.ts";
import { contractChecker } from "./validators/contract-checker.ts";
import { contractShape } from "./validators/contract-shape.ts";
import { contractsAgree } from "./validators/contracts-agree.ts";

/** What services can be compared with in their own pipelines, before they are released. */
export const contract: Target = {
  outputs: { contracts: [contracts, checker] },
  validators: [contractShape, contractsAgree, contractChecker],
};
