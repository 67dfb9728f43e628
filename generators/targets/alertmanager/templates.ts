import { templateTexts } from "../../notifiers/templates.ts";
import type { Output } from "../../output.ts";
import { sourceOf } from "../source-of.ts";
import { headerLine } from "../../text/header.ts";

/** The texts of notifications, as Alertmanager reads them. */
export const alertmanagerTemplates: Output = ({ platform }) => {
  const header = headerLine("template", sourceOf([...Object.values(platform.severities), platform]));
  const templates = [header, ...templateTexts(platform)];
  return { "alertmanager/templates/signalbox.tmpl": `${templates.join("\n\n")}\n` };
};
