/** What the ids of problems mean that no check of definitions finds, in a sentence or two. */
export const otherProblems: Readonly<Record<string, string>> = {
  "project-config":
    "signalbox.config.ts says where a project's definitions and its out/ are. What it says there cannot be used.",
  "definitions-load":
    "The definitions are a TypeScript program. It could not be loaded, or threw an error, so there is nothing to check yet.",
  "definitions-compile":
    "The TypeScript compiler reads the definitions beside the build. What does not compile is never written to out/, because the types say most of what would be wrong with it.",
  "definitions-are-well-formed":
    "Values that no type can rule out, such as a duration of nothing or a name with a space, are read before any check runs: the checks rely on them.",
  "recordings-can-be-computed":
    "A recording that reads itself, or whose labels cannot be told, has no value that could be worked out.",
  "allowances-apply":
    "A suppression for which nothing is found would hide the next mistake. It is removed when what it was for is gone, and always has a reason.",
  "equivalent-mutants-apply":
    "A note that says that a mutant changes nothing must be about a mutant that there is, and have a reason: else it would hide one that is missed.",
  "mutants-are-killed":
    '"signalbox mutate" changes a rule as a mistake would, and a rule test must fail then. One that still passes would not notice that mistake either.',
  "few-mutants-are-waived":
    "Each mutant that is declared to change nothing is a change that no test notices. Many of them in one rule say that its test is too weak.",
  "rule-tests-pass":
    "The rule tests must pass before mutants are tried: a test that fails anyway notices nothing.",
  "out-is-generated":
    "The build replaces and deletes only files that it made, as out/manifest.txt lists them. A file of somebody else is left alone, and the build stops.",
  "out-is-fresh": "out/ is what is deployed. It must be what the definitions say at this moment.",
  "every-file-is-validated":
    "Each file in out/ is shown to the program that will read it, or to its schema. One that nothing has looked at may be refused when it is deployed.",
};
