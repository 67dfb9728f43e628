import type { PlatformModel } from "../../../model/routing-model.ts";
import type { Fit } from "../../../routing/alert-matcher.ts";
import { inhibits } from "../../../routing/inhibits.ts";
import { settingsOf } from "../../../routing/route-settings.ts";
import { routesIn } from "../../../routing/routes-of.ts";
import type { FileFinding } from "../../validation/finding.ts";
import type {
  AlertAnswer,
  AlertPair,
  AlertPairAnswer,
  AlertsValidator,
  LabelSet,
} from "../../validation/program.ts";
import { counted } from "../../validation/subject.ts";
import { alertPairs, generatedPairs } from "../samples/label-pairs.ts";
import { routingFacts } from "../samples/routing-facts.ts";
import { allKnown } from "../samples/sample-labels.ts";
import { configPath } from "./alertmanager-config.ts";

// Twice as many label sets find what hides in the corners of the routes, and it takes two seconds.
const generatedCount = 1500;
// One wrong route makes hundreds of label sets differ; a few show it.
const shownAtMost = 5;

/**
 * Whether docs/routing.md, which reads routes and inhibitions as Alertmanager does, is right.
 *
 * A real Alertmanager is asked, because one of its answers is about thousands of alerts and says what is inhibited too: amtool
 * would have to be started for each, and does not know inhibitions.
 */
export const routingAgrees: AlertsValidator = {
  id: "routing-agrees",
  what: "routing of thousands of label sets",
  by: "alertmanager",
  covers: (path) => path === configPath,
  decidedBy: ({ model }) => routingFacts(model),
  pairs: ({ model: { alerts, platform } }) => [
    ...alertPairs(alerts, platform),
    ...generatedPairs(generatedCount, alerts, platform),
  ],
  findings: (pairs, answers, { model: { platform } }) => ({
    checked: counted(pairs.length * 2, "label set"),
    findings: differences(pairs, answers, platform),
  }),
};

function differences(
  pairs: readonly AlertPair[],
  answers: readonly AlertPairAnswer[],
  platform: PlatformModel,
): FileFinding[] {
  const meant = meaning(platform);
  const found = pairs.flatMap((pair, index) => {
    const [one, other] = pair;
    const [ofOne, ofOther] = answers[index] ?? [];
    // Where the alerts themselves go is found by who asks about each of them: here only what is inhibited.
    const isOfAlerts = index < pairs.length - generatedCount;
    return [
      ...difference(one, ofOne, meant(one, other), isOfAlerts),
      ...difference(other, ofOther, meant(other, one), isOfAlerts),
    ];
  });
  // A label set is in several pairs.
  const messages = [...new Set(found)];
  return messages.slice(0, shownAtMost).map((message, index) => {
    const left = messages.length - shownAtMost;
    const more =
      index === shownAtMost - 1 && left > 0
        ? `; ${counted(left, "other label set differs", "other label sets differ")} too`
        : "";
    return {
      path: configPath,
      place: platform.routing.place,
      message: `${message}${more}`,
      fix: 'build again; if the difference remains, Alertmanager and "generators/routing" disagree: fix the generator',
    };
  });
}

/** What should become of an alert while another fires. */
interface Meaning {
  readonly receivers: readonly string[];
  /** Maybe: it depends on which of the two reaches Alertmanager first. */
  readonly isInhibited: Fit;
}

function meaning({ routing, inhibitions }: PlatformModel): (labels: LabelSet, other: LabelSet) => Meaning {
  const routes = routesIn(routing);
  const isInhibitedBy = inhibits(Object.values(inhibitions));
  return (labels, other) => ({
    receivers: routes(allKnown(labels)).map(({ path }) => settingsOf(routing, path).receiver.name),
    isInhibited: isInhibitedBy(allKnown(other), allKnown(labels)),
  });
}

function difference(
  labels: LabelSet,
  found: AlertAnswer | undefined,
  meant: Meaning,
  anywhere: boolean,
): string[] {
  const isInhibited =
    meant.isInhibited === "maybe" ? (found?.isInhibited ?? false) : meant.isInhibited === "yes";
  const receivers = anywhere && found ? found.receivers : meant.receivers;
  const [is, should] = [found && inWords(found), inWords({ receivers, isInhibited })];
  const text = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return is === should ? [] : [`{${text.join(", ")}} ${is}, but according to the definitions it ${should}`];
}

function inWords({ receivers, isInhibited }: AlertAnswer): string {
  return `goes to ${receivers.join(", ")}${isInhibited ? " and is inhibited" : ""}`;
}
