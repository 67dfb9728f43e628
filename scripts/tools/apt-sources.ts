import { runTool } from "./run-tool.ts";

/** One suite of one archive that this machine's apt knows, or could know. */
export type AptSuite = { readonly uri: string; readonly suite: string; readonly component: string };

const indexFormat = "$(IDENTIFIER)|$(COMPONENT)|$(REPO_URI)|$(RELEASE)";

/** The suites in the output of `apt-get indextargets`; those of the main component only. */
export const configuredSuites = (indexTargets: string): readonly AptSuite[] =>
  indexTargets.split("\n").flatMap((line) => {
    const [identifier, component, uri, suite] = line.split("|");
    if (identifier !== "Packages" || component !== "main" || !uri || !suite) return [];
    return [{ uri, suite, component }];
  });

/** The suites to try, newest first: Debian's rolling one at each configured archive, then the configured ones. */
export const suitesToTry = (configured: readonly AptSuite[]): readonly AptSuite[] => {
  const wanted = [...configured.map((suite) => ({ ...suite, suite: "sid" })), ...configured];
  const byText = new Map(wanted.map((suite) => [`${suite.uri} ${suite.suite} ${suite.component}`, suite]));
  return [...byText.values()];
};

/** The suites to try on this machine; none where apt is absent. */
export const aptSuites = async (): Promise<readonly AptSuite[]> => {
  try {
    const { code, stdout } = await runTool({ path: "apt-get" }, ["indextargets", "--format", indexFormat]);
    return code === 0 ? suitesToTry(configuredSuites(stdout)) : [];
  } catch {
    // No apt-get here.
    return [];
  }
};
