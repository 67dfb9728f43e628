import { describe, expect, test } from "vitest";
import type { Model } from "../../generators/model/model.ts";
import { filesOfEach, type Files } from "../../generators/output.ts";
import { alertCards } from "../../generators/targets/docs/alert-cards.ts";
import { alertIndex } from "../../generators/targets/docs/alert-index.ts";
import { compose } from "../../generators/targets/compose/compose-file.ts";
import { dashboardGuide } from "../../generators/targets/docs/dashboard-guide.ts";
import { deployGuide } from "../../generators/targets/docs/deploy-guide.ts";
import { logGuide } from "../../generators/targets/docs/log-guide.ts";
import { metricReference } from "../../generators/targets/docs/metric-reference.ts";
import { monitoringGuide } from "../../generators/targets/docs/monitoring-guide.ts";
import { operationsGuide } from "../../generators/targets/docs/operations-guide.ts";
import { routingTable } from "../../generators/targets/docs/routing-table.ts";
import { runbookIndex, runbooks } from "../../generators/targets/docs/runbooks.ts";
import { sloGuide } from "../../generators/targets/docs/slo-guide.ts";
import { testedModel } from "../../generators/rule-tests/tested-model.ts";
import { relativeLinks } from "../../generators/targets/docs/validation/markdown-links.ts";
import { docsCommands } from "../../generators/targets/docs/validators/docs-commands.ts";
import { docsLinks } from "../../generators/targets/docs/validators/docs-links.ts";
import { oddModel } from "./odd-guide.ts";
import { log, loggingShop } from "./small-log.ts";
import { jsonJob, probeJob, scrapeJob } from "./small-jobs.ts";
import { allContainers, secret, smallDeploy, smallModel, smallPlatform, toLogstash } from "./small-model.ts";
import { resultOf } from "../validate/result-of.ts";

const guides = [
  alertIndex,
  compose,
  dashboardGuide,
  deployGuide,
  logGuide,
  monitoringGuide,
  operationsGuide,
  routingTable,
  runbookIndex,
  sloGuide,
];
const pages = [alertCards, metricReference, runbooks];

function filesOf(of: Model): Files {
  const model = testedModel(of);
  return Object.assign(
    {},
    ...guides.map((output) => output(model)),
    ...pages.map((output) => filesOfEach(output, model)),
  );
}

const logs = { services: [loggingShop], logs: [log({ format: "access lines", tags: ["a"] })] };
const { elasticsearch, kibana, prometheus } = allContainers;
const open = smallPlatform({
  deploy: smallDeploy({
    containers: {
      ...allContainers,
      elasticsearch: { ...elasticsearch, hostPort: 9200 },
      kibana: { ...kibana, hostPort: 5601 },
      prometheus: { ...prometheus, hostPort: 9091 },
    },
  }),
});
const jobs = [scrapeJob({ request: { bearerToken: secret("token") } }), probeJob(), jsonJob()];

const models: [string, Model][] = [
  ["nothing", smallModel({ services: [] })],
  ["a service of nothing", smallModel()],
  ["odd names", oddModel()],
  ["jobs of every kind", smallModel({ jobs })],
  ["logs, with open ports", smallModel({ ...logs, platform: open })],
  ["logs, for Logstash", smallModel({ ...logs, platform: toLogstash("a.example.org:5044") })],
];

/** A heading that is followed by one of its own kind or by nothing. A page may begin with its first section. */
const emptySection = /^(?:# .*\n\n(?:# |$)|##+ .*\n\n(?:#{1,2} |$))/m;

describe.each(models)("%s", (_, model) => {
  const files = filesOf(model);
  const subject = { model: { ...model, alerts: [] }, files, outFolder: "" };

  test("every link leads somewhere, and every page is reached from the guide", async () => {
    expect((await resultOf(docsLinks, subject)).problems).toEqual([]);
    expect([...reachedFrom("docs/MONITORING.md", files)].sort()).toEqual(
      Object.keys(files)
        .filter((path) => path.endsWith(".md"))
        .sort(),
    );
  });

  test("every command fits the compose file", async () => {
    const { checked, problems } = await resultOf(docsCommands, subject);
    expect(problems).toEqual([]);
    expect(checked).toMatch(/^[1-9]/);
  });

  test("no section is empty, no table has no row, and nothing is undefined", () => {
    for (const [path, text] of Object.entries(files).filter(([name]) => name.endsWith(".md"))) {
      expect(`${path}: ${emptySection.exec(text)?.[0] ?? ""}`).toBe(`${path}: `);
      expect(text).not.toMatch(/undefined|\[object|NaN|\| --- \|\n(?!\|)/);
    }
  });
});

/** The pages that one can click to, itself too. */
function reachedFrom(start: string, files: Files): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const path of reached) {
    for (const { target } of relativeLinks(files[path] ?? "")) {
      const { pathname } = new URL(target, `file:///${path}`);
      if (files[pathname.slice(1)] !== undefined) reached.add(pathname.slice(1));
    }
  }
  return reached;
}
