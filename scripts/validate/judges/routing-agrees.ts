import type { PlatformModel } from "../../../generators/model/routing-model.ts";
import { join } from "node:path";
import type { Fit } from "../../../generators/routing/alert-matcher.ts";
import { inhibits } from "../../../generators/routing/inhibits.ts";
import { settingsOf } from "../../../generators/routing/route-settings.ts";
import { routesIn } from "../../../generators/routing/routes-of.ts";
import type { Tool } from "../../tools/find-tool.ts";
import { startAlertmanager } from "../../tools/serve.ts";
import { askAlertmanager, type Answer } from "../alertmanager/ask-alertmanager.ts";
import { configPath } from "../alertmanager/config-complaints.ts";
import { alertPairs, generatedPairs, type LabelPair } from "../alertmanager/label-pairs.ts";
import { allKnown, type SampleLabels } from "../alertmanager/sample-labels.ts";
import { silentConfig } from "../alertmanager/silent-config.ts";
import { counted, type ToolJudge } from "../judge.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

// Twice as many label sets find what hides in the corners of the routes, and it takes two seconds.
const generatedCount = 1500;
// One wrong route makes hundreds of label sets differ; a few show it.
const shownAtMost = 5;

/**
 * Whether the working-out of docs/routing.md, which reads routes and inhibitions as Alertmanager does, is right.
 *
 * A real Alertmanager is asked, because one of its answers is about thousands of alerts and tells what is silenced too:
 * amtool, which judges the alerts themselves in `alert-routing`, would have to be started for each, and knows no inhibitions.
 */
export const routingAgrees: ToolJudge = {
  id: "routing-agrees",
  what: "routing of thousands of label sets",
  tool: "alertmanager",
  isAbout: (path) => path === configPath,
  async judge({ files, model: { alerts, platform } }, tool) {
    const pairs = [...alertPairs(alerts, platform), ...generatedPairs(generatedCount, alerts, platform)];
    const answers = await answersFor(pairs, files[configPath] ?? "", tool);
    const complaints = differences(pairs, answers, platform);
    return {
      judged: counted(pairs.length * 2, "label set"),
      problems: problemsAt(routingAgrees.id, complaints, files),
    };
  },
};

function answersFor(
  pairs: readonly LabelPair[],
  config: string,
  tool: Tool,
): Promise<(readonly [Answer, Answer])[]> {
  return inTemporaryFolder({ "alertmanager.yml": silentConfig(config) }, async (folder) => {
    const configFile = join(folder, "alertmanager.yml");
    const server = await startAlertmanager({ configFile, dataDir: join(folder, "data"), tool });
    try {
      return await askAlertmanager(server.url, pairs);
    } finally {
      await server.stop();
    }
  });
}

function differences(
  pairs: readonly LabelPair[],
  answers: readonly (readonly [Answer, Answer])[],
  platform: PlatformModel,
): Finding[] {
  const meant = meaning(platform);
  const found = pairs.flatMap((pair, index) => {
    const [one, other] = pair;
    const [ofOne, ofOther] = answers[index] ?? [];
    return [...difference(one, ofOne, meant(one, other)), ...difference(other, ofOther, meant(other, one))];
  });
  // A label set stands in several pairs.
  const messages = [...new Set(found)];
  return messages.slice(0, shownAtMost).map((message, index) => {
    const left = messages.length - shownAtMost;
    const more = index === shownAtMost - 1 && left > 0 ? `; so it is with ${left} more` : "";
    return {
      path: configPath,
      place: platform.routing.place,
      message: `${message}${more}`,
      fix: 'build again; if it stays, Alertmanager and "generators/routing" differ: fix the generator',
    };
  });
}

/** What should become of an alert while another fires. */
interface Meaning {
  readonly receivers: readonly string[];
  /** Maybe: it depends on which of the two Alertmanager hears of first. */
  readonly isMuted: Fit;
}

function meaning({
  routing,
  inhibitions,
}: PlatformModel): (labels: SampleLabels, other: SampleLabels) => Meaning {
  const routes = routesIn(routing);
  const silences = inhibits(Object.values(inhibitions));
  return (labels, other) => ({
    receivers: routes(allKnown(labels)).map(({ path }) => settingsOf(routing, path).receiver.name),
    isMuted: silences(allKnown(other), allKnown(labels)),
  });
}

function difference(labels: SampleLabels, found: Answer | undefined, meant: Meaning): string[] {
  const isMuted = meant.isMuted === "maybe" ? (found?.isMuted ?? false) : meant.isMuted === "yes";
  const [is, should] = [found && words(found), words({ ...meant, isMuted })];
  const text = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return is === should ? [] : [`{${text.join(", ")}} ${is}, and the definitions mean that it ${should}`];
}

function words({ receivers, isMuted }: Answer): string {
  return `goes to ${receivers.join(", ")}${isMuted ? " and is silenced" : ""}`;
}
