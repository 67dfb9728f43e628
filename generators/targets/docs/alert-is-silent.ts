import type { Model } from "../../model/model.ts";
import { ringsAlways } from "../../model/rings-always.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import { codeBlock, heading, inlineCode, link, table } from "../../text/markdown.ts";
import { amtool } from "../parts/amtool-command.ts";
import { shellQuote } from "../parts/shell-quote.ts";

/** An alert that should fire, and nobody is told. */
export function alertIsSilent(model: Model): string[] {
  const { alerts } = model;
  const { deploy, externalUrls } = model.platform;
  // The worst, because whoever is told of it is told first.
  const [worst] = alerts.toSorted((a, b) => a.severity.rank - b.severity.rank);
  if (!worst) return [];
  const prometheusUrl = externalUrls.prometheus.replace(/\/$/, "");
  return [
    heading(2, "An alert is silent"),
    "**Symptom**: something is wrong, and nobody was told.",
    `**How to tell**: follow it from the rule to the person. ${link("Alerts", `${prometheusUrl}/alerts`)} says what Prometheus thinks: inactive, pending or firing.`,
    codeBlock(
      "sh",
      [
        `${amtool("alert query", deploy)}    # what Alertmanager would tell people`,
        `${amtool("alert query --silenced", deploy)}    # what somebody silenced`,
        ...(Object.keys(model.platform.inhibitions).length > 0
          ? [`${amtool("alert query --inhibited", deploy)}    # what another alert silences`]
          : []),
        `${amtool("silence query", deploy)}    # who silenced it, why and until when`,
        "docker compose logs --since 1h prometheus alertmanager    # what could not be read or sent",
      ].join("\n"),
    ),
    "**What to do**:",
    reasons(model),
    `Where an alert goes can be asked for any labels; this is ${link(worst.name, `alerts/${worst.name}.md`)}:`,
    codeBlock("sh", routeCommand(worst)),
    `Whether a notification arrives is only known when one does. This command really tells people; five minutes later it is over by itself:`,
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
    ["where it stops", "what it means"],
    [
      [
        "inactive",
        "The expression does not hold. Run it in Prometheus without its comparison, and see what the value is.",
      ],
      ["pending", "It has not held for long enough: its page says how long that is."],
      [
        "not on the page at all",
        `The rule is not loaded: the log says why, and ${reload} reads the files again.`,
      ],
      [
        "firing, but Alertmanager does not have it",
        `Prometheus does not reach Alertmanager: ${inlineCode("docker compose ps alertmanager")}.`,
      ],
      ["silenced", "Somebody did that on purpose, until the time that is said there."],
      ...(Object.keys(platform.inhibitions).length > 0
        ? [
            [
              "inhibited",
              `Another alert that says more fires: ${link("which ones can", "routing.md#alerts")} silence it.`,
            ],
          ]
        : []),
      ...(muted
        ? [
            [
              "none of these",
              `It may have to wait for its hours: ${link("who is told when", "routing.md#alerts")}.`,
            ],
          ]
        : []),
      [
        "told, but nobody heard",
        `Sending failed: the log of Alertmanager says to whom and why. What is in ${inlineCode("secrets/")} may be out of date.`,
      ],
    ],
  );
}

function routeCommand(alert: AlertModel): string {
  return `docker compose exec alertmanager amtool config routes test --config.file=/etc/alertmanager/alertmanager.yml ${labelWords(alert)}`;
}

function labelWords({ name, labels }: AlertModel): string {
  return Object.entries({ alertname: name, ...labels })
    .map(([label, value]) => `${label}=${/^[\w.-]+$/.test(value) ? value : shellQuote(value)}`)
    .join(" ");
}

function watchdogs(alerts: readonly AlertModel[]): string[] {
  const always = alerts.filter(ringsAlways).map(({ name }) => link(name, `alerts/${name}.md`));
  if (always.length === 0) return [];
  return [
    `${always.join(", ")} ${always.length === 1 ? "fires" : "fire"} always: when ${always.length === 1 ? "it falls" : "they fall"} silent, the way from Prometheus to people is broken as a whole.`,
  ];
}
