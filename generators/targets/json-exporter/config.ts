import type { Output } from "../../output.ts";
import { exporterConfig } from "../parts/exporter-config.ts";

/** How json_exporter turns answers into metrics: a module for each JSON endpoint, named like its job. */
export const jsonExporter: Output = exporterConfig("json-exporter", "json-exporter/json-exporter.yml");
