import type { Output } from "../../output.ts";
import { counts, messageTemplates, plainText } from "../../notifiers/message.ts";
import { notifierTemplates } from "../../notifiers/of-receivers.ts";
import { headerLine } from "../../text/header.ts";
import { linkTemplates } from "./link-templates.ts";
import { severityTemplates } from "./severity-templates.ts";
import { sourceOf } from "../parts/source-of.ts";

/**
 * The texts of notifications. They rest on nothing that Alertmanager brings along: Debian's amtool, which tries them out,
 * has no default templates.
 */
export const alertmanagerTemplates: Output = ({ platform }) => {
  const severities = Object.values(platform.severities);
  const templates = [
    headerLine("template", sourceOf([...severities, platform])),
    ...severityTemplates(platform.severities),
    ...linkTemplates(platform),
    counts,
    ...messageTemplates(plainText),
    ...notifierTemplates(Object.values(platform.receivers), platform),
  ];
  return { "alertmanager/templates/signalbox.tmpl": `${templates.join("\n\n")}\n` };
};
