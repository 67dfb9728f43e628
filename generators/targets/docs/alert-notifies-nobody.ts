import type { Model } from "../../model/model.ts";
import { firesAlways } from "../../model/firing-always.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { codeBlock, heading, inlineCode, link, table } from "../../text/markdown.ts";
import { amtool, shellQuote } from "../compose/commands.ts";

/** An alert should fire, but nobody is notified. */
export function alertNotifiesNobody(model: Model): string[] {
  const { alerts } = model;
  const { deploy, externalUrls } = model.platform;
  // The most severe, because that is the one people care about first.
  const [worst] = alerts.toSorted((a, b) => a.severity.rank - b.severity.rank);
  if (!worst) return [];
  const prometheusUrl = externalUrls.prometheus.replace(/\/$/, "");
  return [
    heading(2, "An alert notifies nobody"),
    "**Symptom**: something is wrong, and nobody was notified.",
    `**Check**: follow the alert from the rule to the person. ${link("Alerts", `${prometheusUrl}/alerts`)} shows its state in Prometheus: inactive, pending or firing.`,
    codeBlock(
      "sh",
      [
        `${amtool("alert query", deploy)}    # alerts that Alertmanager notifies of`,
        `${amtool("alert query --silenced", deploy)}    # silenced alerts`,
        ...(Object.keys(model.platform.inhibitions).length > 0
          ? [`${amtool("alert query --inhibited", deploy)}    # alerts that another alert inhibits`]
          : []),
        `${amtool("silence query", deploy)}    # who silenced what, why and until when`,
        "docker compose logs --since 1h prometheus alertmanager    # what could not be loaded or sent",
      ].join("\n"),
    ),
    "**What to do**:",
    reasons(model),
    `You can ask where an alert with any labels goes. For ${link(worst.name, `alerts/${worst.name}.md`)}:`,
    codeBlock("sh", routeCommand(worst)),
    `The only way to know whether a notification arrives is to send one. This command really notifies people, and the alert resolves by itself after five minutes:`,
    codeBlock(
      "sh",
      amtool(`alert add ${labelWords(worst)} --annotation=summary='A test, nothing is wrong'`, deploy),
    ),
    ...watchdogs(alerts),
  ];
}

function reasons({ platform }: Model): string {
  const reload = inlineCode("docker compose kill -s HUP prometheus");
  const muted = Object.keys(platform.timeIntervals).length > 0;
  return table(
    ["state", "what it means"],
    [
      [
        "inactive",
        "The condition is not met. Run the expression without its comparison in Prometheus, and look at the value.",
      ],
      ["pending", "The condition has not been met for long enough; the alert's page says how long it takes."],
      ["not on the page", `The rule is not loaded. The log says why; ${reload} reloads the files.`],
      [
        "firing, but not in Alertmanager",
        `Prometheus cannot reach Alertmanager: ${inlineCode("docker compose ps alertmanager")}.`,
      ],
      ["silenced", "Somebody silenced it on purpose, until the time given there."],
      ...(Object.keys(platform.inhibitions).length > 0
        ? [
            [
              "inhibited",
              `Another alert is firing that inhibits it: ${link("see which ones can", "routing.md#alerts")}.`,
            ],
          ]
        : []),
      ...(muted
        ? [
            [
              "none of these",
              `It may be muted at this time of the week: ${link("see who is notified when", "routing.md#alerts")}.`,
            ],
          ]
        : []),
      [
        "notified, but nothing arrived",
        `Sending failed: Alertmanager's log says where to and why. The credentials in ${inlineCode("secrets/")} may have expired.`,
      ],
    ],
  );
}

function routeCommand(alert: AlertModel): string {
  return `docker compose exec alertmanager amtool config routes test --config.file=/etc/alertmanager/alertmanager.yml ${labelWords(alert)}`;
}

function labelWords({ alertname, labels }: AlertModel): string {
  return Object.entries({ alertname, ...labels })
    .map(([label, value]) => `${label}=${/^[\w.-]+$/.test(value) ? value : shellQuote(value)}`)
    .join(" ");
}

function watchdogs(alerts: readonly AlertModel[]): string[] {
  const always = alerts.filter(firesAlways).map(({ name }) => link(name, `alerts/${name}.md`));
  if (always.length === 0) return [];
  return [
    `${always.join(", ")} always ${always.length === 1 ? "fires" : "fire"}. When ${always.length === 1 ? "it stops" : "they stop"}, no notification gets through at all.`,
  ];
}
