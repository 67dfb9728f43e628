import type { Check, Finding } from "../../check.ts";
import type { Place } from "../../language/place.ts";
import type { Model } from "../../model/model.ts";
import { secretsIn } from "../../model/secrets-in.ts";
import { fileNameOf } from "../../rule-tests/rule-test.ts";
import { compareText } from "../../text/order.ts";
import { asOnAnySystem, whyNoFileName } from "../../text/file-name.ts";

/** A name that becomes a file or a folder of out/. */
interface NamingFile {
  readonly what: string;
  readonly name: string;
  /** Without its ending. */
  readonly file: string;
  /** The folder that it stands in. */
  readonly folder: string;
  readonly place: Place;
}

/**
 * What files and folders of out/ are named after can be checked out on Linux, macOS and Windows.
 *
 * There is no allowance for it: whoever cannot check the files out cannot work on them.
 */
export const namesAreFileNames: Check = {
  id: "names-are-file-names",
  why: "Files of out/ are named after services, jobs, alerts and dashboards. Windows cannot make a file called con or one that ends with a dot, and there, as on macOS, Shop and SHOP are one file, so that the repository cannot be checked out.",
  source: "https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file",
  wrong: `
export const con = scrapeJob("con", {
  description: "The till.",
  targets: ["localhost:8081"],
});
`,
  right: `
export const till = scrapeJob("shop-till", {
  description: "The till.",
  targets: ["localhost:8081"],
});
`,
  suppressible: false,
  *find(model: Model): Iterable<Finding> {
    const first = new Map<string, NamingFile>();
    const own = (folder: string) => `${folder}/${asOnAnySystem("README")}`;
    const pages = new Set(["tests", "services"].map(own));
    for (const naming of [...namingFiles(model)].sort(inOrderOfPlaces)) {
      const { what, name, file, folder, place } = naming;
      const why = whyNoFileName(file);
      if (why !== undefined) yield unusable(place, `${what} "${name}" ${why}`);
      const key = `${folder}/${asOnAnySystem(file)}`;
      if (pages.has(key)) yield unusable(place, `${what} "${name}" has the name of the page that lists all`);
      const earlier = first.get(key);
      first.set(key, earlier ?? naming);
      // Of the very same name nothing is said here: of some things that is another check's, of folders it is one folder.
      if (earlier === undefined || (earlier.name === name && earlier.what === what)) continue;
      const at = `${earlier.place.file}:${earlier.place.line}`;
      const how = earlier.file === file ? "names the same file as" : "differs only in its letters' case from";
      yield unusable(place, `${what} "${name}" ${how} ${earlier.what} "${earlier.name}" at ${at}`);
    }
  },
};

function unusable(place: Place, what: string): Finding {
  return {
    definition: { place },
    message: `${what}: not every system can hold its files`,
    fix: "give it another name",
  };
}

function inOrderOfPlaces(a: NamingFile, b: NamingFile): number {
  return compareText(a.place.file, b.place.file) || a.place.line - b.place.line;
}

function* namingFiles(model: Model): Iterable<NamingFile> {
  const { services, jobs, alerts, recordings, dashboards, runbooks, platform } = model;
  for (const { name, place } of services) yield named("service", name, "services", place);
  for (const { name, place } of jobs) yield named("job", name, "targets", place);
  for (const { id, place, kind } of [...alerts, ...recordings]) {
    yield { ...named(kind, id, "tests", place), file: fileNameOf({ id }) };
  }
  for (const { uid, folder, place } of dashboards) {
    yield named("dashboard", uid, `dashboards/${asOnAnySystem(folder)}`, place);
    yield named("the folder of a dashboard", folder, "dashboards", place);
  }
  for (const { service, slug, place } of runbooks) {
    yield named("the page of a runbook", slug, `runbooks/${service}`, place);
  }
  for (const { name, place } of secretsIn([platform, jobs])) yield named("secret", name, "secrets", place);
}

function named(what: string, name: string, folder: string, place: Place): NamingFile {
  return { what, name, file: name, folder, place };
}
