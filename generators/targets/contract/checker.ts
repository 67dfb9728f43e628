import type { Output } from "../../output.ts";
import { contractedServices } from "./contracts.ts";
// Made of the sources by "npm run contract:checker", so that what builds out/ starts no program, and the bytes are the same everywhere.
import checkerFile from "./checker.json" with { type: "json" };

export const checkerPath = "contract/check.mjs";

/** The program that compares an exposition with a contract, where there is one. */
export const checker: Output = (model) =>
  contractedServices(model).length === 0 ? {} : { [checkerPath]: checkerFile.lines.join("\n") };
