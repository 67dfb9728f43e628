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
import type { Result, Validation } from "./validation.ts";

/** What is looked through: texts of out/ and of the modules of the definitions, by their paths from the project. */
export interface Scanned {
  readonly texts: Files;
  /** Whose authors may have allowed something. */
  readonly model: Model;
}

const core = "@secretlint/core";

/** Whether out/ and the sources of the definitions, comments and all, hold anything that looks like a secret. */
export async function secretScan(
  scanned: Scanned,
  sound: Shelf<true>,
  watch: ValidationWatch = unwatched,
): Promise<Validation> {
  const what = "secrets, also in the definitions";
  watch.starts(what);
  const result = await resultOf(scanned, sound);
  const validation = { what, by: `secretlint ${engine.versionOf(core)}`, result };
  watch.ends(validation);
  return validation;
}

async function resultOf({ texts, model }: Scanned, sound: Shelf<true>): Promise<Result> {
  const version = engine.versionOf(core);
  const keyed = Object.entries(texts).map(([path, text]) => ({
    path,
    text,
    key: contentKey(engineIdentity(), core, version, extname(path), text),
  }));
  const problems: Problem[] = [];
  // Only what is known to hold none is left out: what an author allows may be withdrawn.
  for (const { path, text, key } of keyed.filter((one) => !sound.get(one.key))) {
    const found = await secretsIn(path, text);
    if (found.length === 0) sound.put(key, true);
    problems.push(...problemsOf(found, { path, text, model }));
  }
  return { checked: counted(keyed.length, "file"), problems };
}

/** Something like a secret, where it stands in its text. */
interface Suspect {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** By our own rules, then by those of secretlint, which know the keys of many more providers. */
async function secretsIn(path: string, text: string): Promise<Suspect[]> {
  const own = secretsInText(text).map(({ what, value, index }) => ({
    what,
    start: index,
    end: index + value.length,
  }));
  const others = (await secretlint(path, text)).filter(
    (one) => !own.some(({ start, end }) => one.start < end && start < one.end),
  );
  return [...own, ...others];
}

async function secretlint(path: string, content: string): Promise<Suspect[]> {
  // Loaded only where there is something to look at.
  const { lintSource } = await import("@secretlint/core");
  const { creator } = await import("@secretlint/secretlint-rule-preset-recommend");
  const { secretLintProfiler } = await import("@secretlint/profiler");
  // It keeps every step that it took with any file, and looks through all of them at each step: with a thousand files for minutes.
  secretLintProfiler.mark = () => {};
  const { messages } = await lintSource({
    source: { content, filePath: path, ext: extname(path), contentType: "text" },
    options: {
      noPhysicFilePath: true,
      maskSecrets: true,
      config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] },
    },
  });
  return messages.map(({ ruleId, range: [start, end] }) => ({ what: nameOf(ruleId), start, end }));
}

/** `@secretlint/secretlint-rule-basicauth` */
function nameOf(ruleId: string): string {
  return `what secretlint's rule "${ruleId.replace(/^.*secretlint-rule-/, "")}" takes for a secret`;
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
