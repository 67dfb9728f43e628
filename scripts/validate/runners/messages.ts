import { parse } from "yaml";
import type { AskedAlert, MessagesValidator } from "../../../generators/targets/validation/program.ts";
import {
  counted,
  type FileFindings,
  type OwnSubject,
} from "../../../generators/targets/validation/subject.ts";
import type { Files } from "../../../generators/output.ts";
import { contentKey } from "../../kept/content-key.ts";
import { engineIdentity } from "../../kept/engine-identity.ts";
import type { Tool } from "../../tools/find-tool.ts";
import type { AlertmanagerConfig } from "../../up/adapted-files.ts";
import type { Known } from "../known.ts";
import { sentMessages } from "./sent-messages.ts";

/** Has an Alertmanager with the receivers and templates of out/ notify of the validator's alerts, but of those that are known to be right. */
export async function askForMessages(
  validator: MessagesValidator,
  subject: OwnSubject,
  tool: Tool,
  { sound, digestOf }: Pick<Known, "sound" | "digestOf">,
): Promise<FileFindings> {
  const asked = validator.asked(subject);
  const checked = counted(asked.length, "alert");
  const config: AlertmanagerConfig = parse(subject.files["alertmanager/alertmanager.yml"] ?? "");
  const templates = templatesIn(subject.files);
  const common = [
    engineIdentity(),
    validator.id,
    tool.path,
    tool.version,
    await digestOf(tool),
    JSON.stringify(templates),
  ];
  // Who is notified of it is a part of what is asked: of the routes nothing else is seen.
  const keyOf = (one: AskedAlert) => {
    const receivers = config.receivers.filter(({ name }) => one.receivers.includes(name));
    return contentKey(...common, JSON.stringify([one, receivers]));
  };
  const unknown = asked.filter((one) => !sound.get(keyOf(one)));
  if (unknown.length === 0) return { checked, findings: [] };
  const sent = await sentMessages(unknown, { config, templates, tool });
  const findings = unknown.flatMap((one, index) => {
    const found = validator.findings(one, sent[index] ?? [], subject);
    if (found.length === 0) sound.put(keyOf(one), true);
    return found;
  });
  return { checked, findings };
}

function templatesIn(files: Files): Files {
  const folder = "alertmanager/templates/";
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith(folder)));
}
