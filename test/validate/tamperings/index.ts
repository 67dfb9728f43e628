import { ofPrometheus } from "./of-prometheus.ts";
import { ofAlertmanager } from "./of-alertmanager.ts";
import { ofContract } from "./of-contract.ts";
import { ofExporters } from "./of-exporters.ts";
import { ofTheOthers } from "./of-the-others.ts";
import type { Tampering } from "./tampering.ts";

/** For every validator at least one change that only it notices. */
export const tamperings: readonly Tampering[] = [
  ...ofPrometheus,
  ...ofAlertmanager,
  ...ofExporters,
  ...ofContract,
  ...ofTheOthers,
];
