import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Severity } from "../../generators/language/alert.ts";
import { alertmanagerTemplates } from "../../generators/targets/alertmanager/templates.ts";
import { findTool } from "../../scripts/tools/find-tool.ts";
import { runTool } from "../../scripts/tools/run-tool.ts";
import { critical, low, smallModel, smallPlatform } from "./small-model.ts";
import { everyNotifier } from "./small-routing.ts";
import { writtenFiles } from "./written-files.ts";

const amtool = await findTool("amtool");

const severities: Record<string, Severity> = {
  critical,
  high: { ...critical, name: "high", rank: 2, color: "orange" },
  warning: { ...low, name: "warning", rank: 4, color: "yellow" },
  low: { ...low, rank: 5 },
};
export const model = smallModel({ platform: smallPlatform({ severities, receivers: { everyNotifier } }) });

export interface SentAlert {
  readonly status: "firing" | "resolved";
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly endsAt?: string;
}

export const firing: SentAlert = {
  status: "firing",
  labels: { alertname: "ShopDown", severity: "critical", service: "shop", instance: "a:1" },
  annotations: {
    summary: "The shop on a:1 is down",
    description: "It has not answered for <1m>.",
    impact: "Nobody can buy.",
    runbook_url: "https://docs.example.org/alerts/ShopDown.md",
  },
  startsAt: "2026-01-02T04:04:05+01:00",
};
export const resolved: SentAlert = {
  ...firing,
  status: "resolved",
  labels: { ...firing.labels, instance: "b:1" },
  annotations: { summary: "The shop on b:1 is down" },
  endsAt: "2026-01-02T04:00:00Z",
};

/** Alertmanager's data of a group: what all alerts have in common is common. */
export function group(...alerts: SentAlert[]): object {
  return {
    receiver: "every notifier",
    status: alerts.some(({ status }) => status === "firing") ? "firing" : "resolved",
    alerts,
    groupLabels: {},
    commonLabels: shared(alerts.map(({ labels }) => labels)),
    commonAnnotations: shared(alerts.map(({ annotations }) => annotations)),
    externalURL: "http://localhost:9093",
  };
}

function shared([first = {}, ...others]: Readonly<Record<string, string>>[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => others.every((other) => other[name] === value)),
  );
}

export async function render(text: string, data: object, type: "text" | "html" = "text"): Promise<string> {
  const folder = writtenFiles(alertmanagerTemplates(model));
  const path = join(folder, "data.json");
  writeFileSync(path, JSON.stringify(data));
  const result = await runTool(amtool, [
    "template",
    "render",
    `--template.glob=${folder}/alertmanager/templates/*.tmpl`,
    `--template.data=${path}`,
    `--template.type=${type}`,
    `--template.text=${text}`,
  ]);
  expect(result).toMatchObject({ code: 0, stderr: "" });
  return result.stdout;
}

export const use = (name: string) => `{{ template "signalbox.${name}" . }}`;
