import { extname } from "node:path";
import { allowedSecrets, noSecretValues } from "../../generators/checks/texts/no-secret-values.ts";
import type { Model } from "../../generators/model/model.ts";
import type { Files } from "../../generators/output.ts";
import type { Problem } from "../../generators/problem.ts";
import { secretsInText } from "../../generators/secrets/secrets-in-text.ts";
import { counted } from "../../generators/targets/validation/subject.ts";
import { engine } from "../engine.ts";
import { contentKey } from "../kept/content-key.ts";
import { engineIdentity } from "../kept/engine-identity.ts";
import type { Shelf } from "../kept/shelf.ts";
import { unwatched, type ValidationWatch } from "./progress.ts";
import type { Disbelief } from "./runners/refuses-wrong-files.ts";
import { openSecretlint, secretlintCore, type Suspect } from "./runners/secretlint.ts";
import type { Result, Validation } from "./validation.ts";

/** What is looked through: texts of out/ and of the modules of the definitions, by their paths from the project. */
export interface Scanned {
  readonly texts: Files;
  /** Whose authors may have allowed something. */
  readonly model: Model;
}

/** Whether out/ and the sources of the definitions, comments and all, hold anything that looks like a secret. */
export async function secretScan(
  scanned: Scanned,
  sound: Shelf<true>,
  watch: ValidationWatch = unwatched,
): Promise<Validation> {
  const what = "secrets, also in the definitions";
  watch.starts(what);
  const result = await resultOf(scanned, sound);
  const validation = { what, by: `secretlint ${engine.versionOf(secretlintCore)}`, result };
  watch.ends(validation);
  return validation;
}

async function resultOf({ texts, model }: Scanned, sound: Shelf<true>): Promise<Result> {
  const version = engine.versionOf(secretlintCore);
  const keyed = Object.entries(texts).map(([path, text]) => ({
    path,
    text,
    key: contentKey(engineIdentity(), secretlintCore, version, extname(path), text),
  }));
  const checked = counted(keyed.length, "file");
  // Only what is known to hold none is left out: what an author allows may be withdrawn.
  const unknown = keyed.filter((one) => !sound.get(one.key));
  const [first] = unknown;
  if (first === undefined) return { checked, problems: [] };
  const secretlint = await openSecretlint();
  if (typeof secretlint !== "function") return unbelieved(first.path, secretlint);
  const problems: Problem[] = [];
  for (const { path, text, key } of unknown) {
    const found = secretsIn(text, await secretlint(path, text));
    if (found.length === 0) sound.put(key, true);
    problems.push(...problemsOf(found, { path, text, model }));
  }
  return { checked, problems };
}

function unbelieved(file: string, { message, fix = "" }: Disbelief): Result {
  return {
    checked: "nothing",
    problems: [{ check: noSecretValues.id, place: { file, line: 1 }, message, fix }],
  };
}

/** By our own rules, then by those of secretlint, which know the keys of many more providers. */
function secretsIn(text: string, others: readonly Suspect[]): Suspect[] {
  const own = secretsInText(text).map(({ what, value, index }) => ({
    what,
    start: index,
    end: index + value.length,
  }));
  return [
    ...own,
    ...others.filter((one) => !own.some(({ start, end }) => one.start < end && start < one.end)),
  ];
}

function problemsOf(
  found: readonly Suspect[],
  { path, text, model }: { readonly path: string; readonly text: string; readonly model: Model },
): Problem[] {
  if (found.length === 0) return [];
  const allowed = allowedSecrets(model);
  const isAllowed = ({ start, end }: Suspect) => {
    const value = text.slice(start, end);
    return allowed.some((one) => one.includes(value) || value.includes(one));
  };
  return found
    .filter((one) => !isAllowed(one))
    .map(({ what, start }) => ({
      check: noSecretValues.id,
      place: { file: path, line: text.slice(0, start).split("\n").length },
      message: `${what} stands here`,
      fix: "move it into a file, and refer to that with secretFile(…); it is in the repository's history as soon as it is committed, so let it be replaced",
    }));
}
