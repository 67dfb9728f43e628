import { parse } from "yaml";
import type { Model } from "../../generators/model/model.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import type { Notification } from "../../generators/pictures/notification/draw-notification.ts";
import type { ExpectedAlert } from "../../generators/rule-tests/test-file.ts";
import { alertmanagerConfig } from "../../generators/targets/alertmanager/config.ts";
import { alertmanagerTemplates } from "../../generators/targets/alertmanager/templates.ts";
import { itemsAt, textAt } from "../../generators/targets/validation/untyped-data.ts";
import { routesOf, inherited } from "../../generators/routing/routes-of.ts";
import { knownLabels } from "../../generators/routing/known-labels.ts";
import type { Tool } from "../tools/find-tool.ts";
import { runTool } from "../tools/run-tool.ts";
import { inTemporaryFolder } from "../validate/temporary-folder.ts";

/** An alert that fires, and since when. */
export interface Fired {
  readonly alert: AlertModel;
  /** Its labels and annotations, with everything filled in. */
  readonly sent: ExpectedAlert;
  /** Milliseconds since 1970. */
  readonly sinceMs: number;
}

/**
 * What Slack is sent of an alert: the texts of alertmanager.yml, filled in by amtool, which runs Alertmanager's own code.
 *
 * Throws an Error where the alert is not sent to Slack, or amtool cannot fill in a text.
 */
export async function slackNotification(fired: Fired, model: Model, amtool: Tool): Promise<Notification> {
  const { receiver, section } = slackOf(fired.alert, model);
  const data = notificationData(fired, receiver, model);
  const filled = async (key: string) =>
    asShown(await render(textAt(section, key) ?? "", data, model, amtool));
  return {
    channel: textAt(section, "channel") ?? "",
    color: fired.alert.severity.color,
    title: await filled("title"),
    text: await filled("text"),
    buttons: itemsAt(section, "actions").map((action) => textAt(action, "text") ?? ""),
    note: `The texts of out/alertmanager/, filled in by ${amtool.name}; only the frame around them is drawn.`,
  };
}

/** What Slack shows of a text: these three stand for what it would take for a link or a mention. */
function asShown(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The first receiver of the alert that notifies Slack, as alertmanager.yml has it. */
function slackOf(alert: AlertModel, model: Model): { readonly receiver: string; readonly section: unknown } {
  const { platform } = model;
  const names = routesOf(platform.routing, knownLabels(alert, platform)).map(
    (route) => (inherited(route, "receiver") ?? platform.routing.receiver).name,
  );
  const config: unknown = parse(alertmanagerConfig(model)["alertmanager/alertmanager.yml"] ?? "");
  const sections = names.flatMap((receiver) =>
    itemsAt(config, "receivers")
      .filter((one) => textAt(one, "name") === receiver)
      .flatMap((one) => itemsAt(one, "slack_configs").map((section) => ({ receiver, section }))),
  );
  const [first] = sections;
  if (!first) throw new Error(`${alert.name} is not sent to Slack`);
  return first;
}

/** A group of one alert, as Alertmanager gives it to templates. */
function notificationData({ alert, sent, sinceMs }: Fired, receiver: string, { platform }: Model): object {
  const { exp_labels, exp_annotations: annotations } = sent;
  const labels = { alertname: alert.alertname, ...exp_labels };
  return {
    receiver,
    status: "firing",
    alerts: [
      {
        status: "firing",
        labels,
        annotations,
        startsAt: new Date(sinceMs).toISOString(),
        endsAt: "0001-01-01T00:00:00Z",
      },
    ],
    groupLabels: {},
    commonLabels: labels,
    commonAnnotations: annotations,
    externalURL: platform.externalUrls.alertmanager,
  };
}

async function render(text: string, data: object, model: Model, amtool: Tool): Promise<string> {
  const files = { ...alertmanagerTemplates(model), "data.json": JSON.stringify(data) };
  const { code, stdout, stderr } = await inTemporaryFolder(files, (folder) =>
    runTool(amtool, [
      "template",
      "render",
      `--template.glob=${folder}/alertmanager/templates/*.tmpl`,
      `--template.data=${folder}/data.json`,
      `--template.text=${text}`,
    ]),
  );
  if (code !== 0) throw new Error(`amtool cannot fill in ${text}: ${stderr}`);
  return stdout;
}
