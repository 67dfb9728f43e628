import { readFileSync } from "node:fs";

/** A command as texts name it, with what follows it. */
const spoken = /\bsignalbox (build|validate|mutate)\b( (?=--))?/g;

/**
 * A text that names commands, each as it can be copied and run here: by a script of package.json where this command was started by
 * one, and else through npx where it was started so.
 */
export function withCommands(text: string, environment: NodeJS.ProcessEnv): string {
  if (environment["npm_lifecycle_event"] === undefined) return text;
  const scripts = scriptsIn(environment["npm_package_json"]);
  return text.replace(spoken, (_whole, name: string, options: string | undefined) =>
    scripts.has(name)
      ? `npm run ${name}${options === undefined ? "" : " -- "}`
      : `npx signalbox ${name}${options ?? ""}`,
  );
}

/** The scripts that start a command of the same name. */
function scriptsIn(packageFile: string | undefined): ReadonlySet<string> {
  try {
    const read: unknown = JSON.parse(readFileSync(packageFile ?? "", "utf8"));
    const scripts = typeof read === "object" && read !== null && "scripts" in read ? read.scripts : {};
    const all = Object.entries(typeof scripts === "object" && scripts !== null ? scripts : {});
    const own = all.filter(([name, script]) =>
      new RegExp(`\\bsignalbox\\S*.* ${name}\\b`).test(String(script)),
    );
    return new Set(own.map(([name]) => name));
  } catch {
    return new Set();
  }
}
