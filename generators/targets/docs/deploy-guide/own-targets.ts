import type { Model } from "../../../model/model.ts";
import { bulletList, codeBlock, heading, inlineCode } from "../../../text/markdown.ts";
import { targetsFolder } from "../../compose/targets-folder.ts";
import { sharedAddresses } from "./shared-addresses.ts";

const { variable, own, default: generated } = targetsFolder;
const folder = own.replace("./", "");
const from = generated.replace("./", "");

/** How an environment says where its programs are, without a build and without touching what is generated. */
export function ownTargets(model: Model): string[] {
  const [example] = model.jobs;
  if (!example) return [];
  const shared = sharedAddresses(model);
  return [
    heading(2, "Where the programs are"),
    `The files in ${inlineCode(`${from}/`)} have the targets of each job as the definitions say them. Where a program is somewhere else, or a second one runs, this environment keeps files of its own:`,
    codeBlock(
      "sh",
      [
        `cp -r ${from} ${folder}    # git and the build leave the copy alone`,
        `echo ${variable}=${own} >> .env`,
        `\${EDITOR:-vi} ${folder}/NAME.yml    # for each job NAME that is somewhere else`,
        "docker compose up -d --wait",
      ].join("\n"),
    ),
    bulletList([
      `Change the addresses under ${inlineCode("targets")} and the label ${inlineCode("instance")}, which is the name in panels and messages; keep the other labels.`,
      `${inlineCode(model.platform.deploy.hostAlias)} is this machine; ${inlineCode("localhost")} would be the container of Prometheus itself.`,
      "Later changes need no command: Prometheus reads a file again when it changes.",
      `After an update, ${inlineCode(`cp -n ${from}/* ${folder}/`)} brings the files of new jobs, and leaves those that are there. A job without its file has no targets.`,
      ...(shared.length > 0
        ? [
            `${shared.join(" ")} Where both run on one machine, only one of them can be there: move the other.`,
          ]
        : []),
    ]),
  ];
}
