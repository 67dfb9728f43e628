"use strict";

/** What a command needs seldom is read from where it is installed, and only then. */
const external = [
  ...[
    "@babel/parser",
    "@secretlint/core",
    "@secretlint/profiler",
    "@secretlint/secretlint-rule-preset-recommend",
    "ajv",
  ],
  ...["dclint", "esbuild", "prettier"],
  ...["prom-client", "ts-morph", "tsx", "typescript"],
];

/** With these, esbuild makes one file of a program that Node runs at once; in the package and in this repository. */
const bundleOptions = [
  "--bundle",
  "--platform=node",
  "--target=node20.19",
  // Only of CommonJS can V8 keep what it compiled.
  "--format=cjs",
  // Without its own way to import, which a compiled script that was kept no longer has.
  "--supported:dynamic-import=false",
  "--conditions=signalbox-source",
  // Given by who runs it: see run-bundle.cjs.
  "--define:import.meta.url=__bundle.url",
  "--define:import.meta.bundle=__bundle",
  // The stack has to name functions, and a person may have to read one.
  "--legal-comments=none",
  "--log-level=warning",
  "--color=false",
  ...external.map((name) => `--external:${name}`),
];

module.exports = { bundleOptions };
