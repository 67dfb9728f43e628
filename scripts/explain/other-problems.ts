/** What the ids of problems mean that no check of definitions finds, in a sentence or two. */
export const otherProblems: Readonly<Record<string, string>> = {
  "project-config":
    "signalbox.config.ts says where a project's definitions and its out/ are. What this one says cannot be used.",
  "definitions-load":
    "The definitions are a TypeScript program. It could not be loaded, or threw an error, so there is nothing to check yet.",
  "definitions-compile":
    "The TypeScript compiler reads the definitions beside the build. What does not compile is never written to out/, because the types catch most mistakes.",
  "definitions-are-well-formed":
    "Some values cannot be ruled out by a type, such as a duration of 0 or a name with a space. They are validated before any check runs, because the checks rely on them.",
  "recordings-can-be-computed":
    "A recording that reads itself, or whose labels cannot be worked out, has no value that could be tested.",
  "allowances-apply":
    "A suppression that suppresses nothing would hide the next mistake. Remove it once the finding is gone, and always give a reason.",
  "equivalent-mutants-apply":
    "A waiver in equivalentMutants must name a mutant that exists and survives, and give a reason. Otherwise it would hide one that the tests miss.",
  "mutants-are-killed":
    '"signalbox mutate" changes a rule as a mistake would, and a rule test must then fail. If all still pass, they would not notice that mistake either.',
  "mutants-are-tried":
    "Whether the tests notice a mistake is known only once promtool has run them on it. Where it crashes, or does not end, nothing is known.",
  "few-mutants-are-waived":
    "Each waived mutant is a change that no test notices. If many are waived, the tests are too weak.",
  "rule-tests-pass":
    "The rule tests must pass before mutants are tried: a test that fails anyway notices nothing.",
  "out-is-generated":
    "The build replaces and deletes only files that it made, which out/manifest.txt lists. Where another file is in the way, it touches nothing and stops.",
  "out-is-fresh": "out/ is what gets deployed, so it must match the current definitions.",
  "acceptances-read":
    "signalbox.accepted says which sentences of a review people have accepted, and why. A line without a reason accepts nothing.",
  "every-file-is-validated":
    "Each file in out/ is checked by the program that will read it, or by its schema. A file that nothing has checked may be refused when it is deployed.",
};
