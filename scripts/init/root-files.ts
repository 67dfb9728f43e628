import type { Files } from "../../generators/output.ts";

/** Beside the definitions, the same in each project. */
export const rootFiles: Files = {
  "tsconfig.json": `{
  "extends": "signalbox/tsconfig.json",
  "include": ["definitions"]
}
`,
  ".gitignore": `node_modules/
.cache/
*.log
*.signalbox-new
# What "npm run mutate" found.
reports/
# What a deployment keeps beside the generated files.
out/secrets/
out/.env
out/targets/
out/backup/
`,
  ".gitattributes": `* text=auto eol=lf
# A pull request shows what a reviewer must read: rules, routing, texts, the configuration of each program, the deployment.
# Folded are pictures, rule tests and dashboards, which are long and say the same as the definitions.
out/docs/alerts/pictures/** linguist-generated=true
out/prometheus/tests/** linguist-generated=true
out/grafana/dashboards/** linguist-generated=true
out/manifest.txt linguist-generated=true
# The list of what the build made: of two branches both lists hold, and the next build sorts it out.
out/manifest.txt merge=union
package-lock.json linguist-generated=true
`,
};
