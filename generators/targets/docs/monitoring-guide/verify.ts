import type { ContainerName } from "../../../language/compose.ts";
import type { Model } from "../../../model/model.ts";
import { ringsAlways } from "../../../model/rings-always.ts";
import { bulletList, codeBlock, heading, inlineCode, link } from "../../../text/markdown.ts";
import { storedLogs } from "../../../model/log-shipping.ts";
import { hostUrl } from "../../parts/host-url.ts";
import { amtool } from "../../parts/amtool-command.ts";
import { instantQuery } from "../../parts/promtool-command.ts";

/** Commands that say whether all runs, and what they print when it does. */
export function verify(model: Model): string[] {
  const { deploy } = model.platform;
  return [
    heading(2, "Verify"),
    "In the folder that holds `docker-compose.yml`:",
    codeBlock(
      "sh",
      [
        "docker compose ps",
        ...health(model),
        instantQuery("up == 0", deploy),
        amtool("alert query", deploy),
      ].join("\n"),
    ),
    bulletList([
      `${inlineCode("docker compose ps")}: every program is ${inlineCode("healthy")}${storedLogs(model) ? `; ${inlineCode("kibana-token")} ran once and is gone` : ""}.`,
      ...healthItem(model),
      `${inlineCode("up == 0")} gives nothing: all targets answer. One that is named does not: ${link("A target is down", "operations.md#a-target-is-down")}.`,
      alertsItem(model),
    ]),
  ];
}

/** Pages of the programs that say whether they are well. */
const healthPages: Partial<Record<ContainerName, string>> = {
  prometheus: "/-/ready",
  alertmanager: "/-/ready",
  grafana: "/api/health",
};

function health({ platform: { deploy } }: Model): string[] {
  return (["prometheus", "alertmanager", "grafana"] as const).flatMap((name) => {
    const url = hostUrl(name, deploy);
    return url === undefined ? [] : [`curl -fsS ${url}${healthPages[name] ?? ""}`];
  });
}

function healthItem(model: Model): string[] {
  if (health(model).length === 0) return [];
  return [
    `${inlineCode("curl")} prints what the program says, such as ${inlineCode("OK")}, and an error when it is not ready.`,
  ];
}

function alertsItem({ alerts }: Model): string {
  const always = alerts.filter(ringsAlways).map(({ name }) => link(name, `alerts/${name}.md`));
  if (always.length === 0) return "The alerts: none, when all is well.";
  return `The alerts: ${always.join(", ")} and no other, when all is well. What fires always shows that the way to people works.`;
}
