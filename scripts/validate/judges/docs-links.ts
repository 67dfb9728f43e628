import { dirname, join } from "node:path/posix";
import type { Place } from "../../../generators/language/place.ts";
import type { Model } from "../../../generators/model/model.ts";
import type { Files } from "../../../generators/output.ts";
import { anchors, relativeLinks } from "../docs/markdown-links.ts";
import { counted, pathsFor, type LibraryJudge } from "../judge.ts";
import { problemsAt, type Finding } from "../../../generators/targets/validation/finding.ts";

/** The guides: every link within out/ leads somewhere, and the runbook of every alert is there. */
export const docsLinks: LibraryJudge = {
  id: "docs-links",
  what: "links of the guides",
  library: "signalbox",
  isAbout: (path) => path.endsWith(".md"),
  async judge(subject) {
    const { files, model } = subject;
    const paths = pathsFor(docsLinks, subject);
    const complaints = [
      ...paths.flatMap((path) => deadLinks(path, files, model)),
      ...model.alerts.flatMap((alert) => missingRunbook(alert, files, model)),
    ];
    return { judged: counted(paths.length, "file"), problems: problemsAt(docsLinks.id, complaints, files) };
  },
};

function deadLinks(path: string, files: Files, model: Model): Finding[] {
  return relativeLinks(files[path] ?? "").flatMap(({ line, target }) => {
    const why = whyDead(path, target, files);
    const message = `the link to ${target} leads nowhere: ${why}`;
    return why === undefined ? [] : [{ path, line, place: placeOf(path, model), message }];
  });
}

function whyDead(path: string, target: string, files: Files): string | undefined {
  const [written = "", anchor] = target.split("#");
  const file = written === "" ? path : join(dirname(path), decodeURI(written)).replace(/\/$/, "");
  const text = files[file];
  if (text === undefined) {
    const isFolder = Object.keys(files).some((other) => other.startsWith(`${file}/`));
    return isFolder ? undefined : `there is no out/${file}`;
  }
  const isHeading = anchor === undefined || anchors(text).includes(anchor);
  return isHeading ? undefined : `out/${file} has no such heading`;
}

function missingRunbook(
  { name, annotations, place }: Model["alerts"][number],
  files: Files,
  model: Model,
): Finding[] {
  const { docsUrl } = model.platform;
  const url = annotations["runbook_url"] ?? "";
  if (!url.startsWith(`${docsUrl}/`)) return [];
  const path = `docs${decodeURI(url.slice(docsUrl.length)).split("#")[0]}`;
  if (files[path] !== undefined) return [];
  return [
    {
      path: "prometheus/alerts.yml",
      place,
      message: `the runbook of alert "${name}" is not there: out/${path}`,
    },
  ];
}

/** The page of an alert is called after it, and so is that of a runbook. */
function placeOf(path: string, { alerts, runbooks }: Model): Place | undefined {
  const runbook = runbooks.find(({ service, slug }) => path === `docs/runbooks/${service}/${slug}.md`);
  if (runbook) return runbook.place;
  const name = /^docs\/alerts\/(.+)\.md$/.exec(path)?.[1];
  return alerts.find((alert) => alert.name === name)?.place;
}
