import type { Deployment } from "../language/platform.ts";
import type { Output, OutputOfEach } from "../output.ts";
import type { TestedModel } from "../rule-tests/tested-model.ts";
import type { Part } from "./part.ts";
import type { Validator } from "./validation/validator.ts";

/** The programs that files are written for, each with a folder of its own; a way to deploy is one of them. */
export type TargetName =
  | "prometheus"
  | "alertmanager"
  | "grafana"
  | "blackbox"
  | "json-exporter"
  | "filebeat"
  | Deployment["kind"]
  | "contract"
  | "docs";

type OfParts<T> = { readonly [P in Part]?: readonly T[] };

/** Everything about a program that files are written for. */
export interface Target {
  /** What is written, by what it is a part of. No two outputs write the same file. */
  readonly outputs: OfParts<Output<TestedModel>>;
  /** What is written of each rule, dashboard or runbook. */
  readonly outputsOfEach?: OfParts<OutputOfEach<TestedModel>>;
  /** How it is validated: every file that is written is covered by one of these. A schema is part of its validator. */
  readonly validators: readonly [Validator, ...Validator[]];
}
