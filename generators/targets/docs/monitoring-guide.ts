import type { Output } from "../../output.ts";
import { bulletList, codeBlock, heading, inlineCode, link, printMarkdown } from "../../text/markdown.ts";
import { architecturePicture } from "./monitoring-guide/architecture-picture.ts";
import { firstLook } from "./monitoring-guide/first-look.ts";
import { guidePages } from "./monitoring-guide/guide-pages.ts";
import { portTable } from "./monitoring-guide/port-table.ts";
import { serviceTable } from "./monitoring-guide/service-table.ts";
import { verify } from "./monitoring-guide/verify.ts";
import { sourceOf } from "../parts/source-of.ts";

/** The first page for whoever has to do with the monitoring: what there is, how it hangs together, where to look. */
export const monitoringGuide: Output = (model) => {
  const { services, platform } = model;
  const blocks = [
    heading(1, "The monitoring guide"),
    "What is watched, by which programs, and where to look. All pages are made from the same definitions as the programs' files, so they say what is deployed.",
    bulletList(guidePages(model).map(({ title, path, what }) => `${link(title, path)}: ${what}`)),
    heading(2, "What is monitored"),
    services.length === 0 ? "Nothing yet: no service is defined." : serviceTable(model),
    heading(2, "How it hangs together"),
    "An arrow goes the way that the data goes, with the job that fetches it: Prometheus asks, it is not told.",
    codeBlock("mermaid", architecturePicture(model)),
    heading(2, "Ports"),
    ...portTable(model),
    heading(2, "Start"),
    `${link("Deploy", "../README.md#the-first-time")} says what has to be there and how all is started. Without Docker, on simulated services: ${inlineCode("npx signalbox up")} where the definitions are.`,
    ...verify(model),
    ...firstLook(model),
  ];
  const source = sourceOf([platform, platform.deploy, ...services]);
  return { "docs/MONITORING.md": printMarkdown(blocks, { source }) };
};
