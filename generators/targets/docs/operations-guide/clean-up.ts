import type { Model } from "../../../model/model.ts";
import { bulletList, codeBlock, heading, inlineCode } from "../../../text/markdown.ts";
import { shippedLogs } from "../../../model/log-shipping.ts";

/** What takes space, and how it is given back. */
export function cleanUp(model: Model): string[] {
  const { deploy, place } = model.platform;
  const profile = shippedLogs(model) ? "--profile logs " : "";
  return [
    heading(2, "Clean up"),
    "What takes how much space:",
    codeBlock("sh", `docker system df -v | grep -E 'VOLUME NAME|${deploy.name}_'`),
    bulletList([
      `Old images stay after an update. ${inlineCode("docker image prune -a")} deletes those that no container uses, also those of other projects.`,
      `Less data: shorten what is kept in ${inlineCode(place.file)}, build and deploy. Single series cannot be deleted: Prometheus' admin interface, which could, is not switched on. They go with their age.`,
      `Everything, with all data: ${inlineCode(`docker compose ${profile}down --volumes`)}. ${inlineCode("secrets/")} and ${inlineCode(".env")} stay.`,
    ]),
  ];
}
