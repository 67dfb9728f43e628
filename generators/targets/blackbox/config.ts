import type { Output } from "../../output.ts";
import { exporterConfig } from "../parts/exporter-config.ts";

/** How the blackbox exporter asks: the modules of the probes. */
export const blackbox: Output = exporterConfig("blackbox-exporter", "blackbox/blackbox.yml");
