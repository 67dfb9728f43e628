import { join } from "node:path";
import { expect, test } from "vitest";
import { blackbox } from "../../generators/targets/blackbox/config.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import type { JobModel } from "../../generators/jobs/index.ts";
import { probeJob, probeModule } from "./small-jobs.ts";
import { secret, smallModel } from "./small-model.ts";
import { writtenFiles } from "./written-files.ts";

const exporter = await findTool("blackbox_exporter");

const everything = probeModule({
  name: "health",
  validStatusCodes: [200],
  followRedirects: false,
  requireTls: true,
  verifyCertificate: false,
  bodyMatches: [String.raw`"status"\s*:\s*"(ok|healthy)"`],
  bodyMustNotMatch: ["(?i)fehler"],
  bearerToken: secret("shop_token"),
});

test.each<[string, JobModel[]]>([
  ["no module", []],
  ["a module that says only what it must", [probeJob()]],
  ["a module that says everything", [probeJob({ module: everything })]],
])("%s", async (_what, jobs) => {
  const folder = writtenFiles(blackbox(smallModel({ jobs })));
  const config = join(folder, "blackbox/blackbox.yml");
  const result = await runTool(exporter, [`--config.file=${config}`, "--config.check"]);
  expect(`${result.code} ${result.stderr}`).toMatch(/^0 .*Config file is ok/s);
});
