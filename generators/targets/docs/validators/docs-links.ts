import { alertNamed } from "../../../model/lookups.ts";
import type { Place } from "../../../language/place.ts";
import type { Model } from "../../../model/model.ts";
import type { Files } from "../../../output.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { counted } from "../../validation/subject.ts";
import type { OwnValidator } from "../../validation/validator.ts";
import { anchors, relativeLinks } from "../validation/markdown-links.ts";

/** The guides: every link within out/ leads somewhere, and the runbook of every alert exists. */
export const docsLinks: OwnValidator = {
  id: "docs-links",
  what: "links of the guides",
  by: "signalbox",
  covers: (path) => path.endsWith(".md"),
  validate: ({ paths, files, model }) => {
    const headings = headingsOf(files);
    return {
      checked: counted(paths.length, "file"),
      findings: [
        ...paths.flatMap((path) => deadLinks(path, files, headings, model)),
        ...model.alerts.flatMap((alert) => missingRunbook(alert, files, model)),
      ],
    };
  },
};

/** The names of the headings in a file; each file is read once, though many links lead to it. */
type Headings = (path: string) => ReadonlySet<string>;

function headingsOf(files: Files): Headings {
  const known = new Map<string, ReadonlySet<string>>();
  return (path) => {
    const names = known.get(path) ?? new Set(anchors(files[path] ?? ""));
    known.set(path, names);
    return names;
  };
}

function deadLinks(path: string, files: Files, headings: Headings, model: Model): FileFinding[] {
  return relativeLinks(files[path] ?? "").flatMap(({ line, target }) => {
    const why = whyDead(path, target, files, headings);
    const message = `the link to ${target} is broken: ${why}`;
    return why === undefined ? [] : [{ path, line, place: placeOf(path, model), message }];
  });
}

function whyDead(path: string, target: string, files: Files, headings: Headings): string | undefined {
  const [written = "", anchor] = target.split("#");
  const file = written === "" ? path : fileAt(path, decodeURI(written));
  if (files[file] === undefined) {
    const isFolder = Object.keys(files).some((other) => other.startsWith(`${file}/`));
    return isFolder ? undefined : `out/${file} does not exist`;
  }
  const isHeading = anchor === undefined || headings(file).has(anchor);
  return isHeading ? undefined : `out/${file} has no such heading`;
}

/** Where a link of this file leads: `../README.md` in `docs/a/b.md` is `docs/README.md`. */
function fileAt(path: string, target: string): string {
  const steps = path.split("/").slice(0, -1);
  for (const step of target.split("/").filter((part) => part !== "" && part !== ".")) {
    // Above out/ there is no file of ours: such a link keeps its dots, and no file is called so.
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}

function missingRunbook(
  { name, annotations, place }: Model["alerts"][number],
  files: Files,
  model: Model,
): FileFinding[] {
  const { docsUrl } = model.platform;
  const url = annotations["runbook_url"] ?? "";
  if (!url.startsWith(`${docsUrl}/`)) return [];
  const path = `docs${decodeURI(url.slice(docsUrl.length)).split("#")[0]}`;
  if (files[path] !== undefined) return [];
  return [
    {
      path: "prometheus/alerts.yml",
      place,
      message: `the runbook of alert "${name}" does not exist: out/${path}`,
    },
  ];
}

/** The page of an alert is named after it, and so is that of a runbook. */
function placeOf(path: string, model: Model): Place | undefined {
  const runbook = model.runbooks.find(({ service, slug }) => path === `docs/runbooks/${service}/${slug}.md`);
  if (runbook) return runbook.place;
  const name = /^docs\/alerts\/(.+)\.md$/.exec(path)?.[1];
  return name === undefined ? undefined : alertNamed(model, name)?.place;
}
