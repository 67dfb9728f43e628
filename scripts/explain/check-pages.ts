import type { Explained } from "../../generators/check.ts";
import { explained, explainedByFolder } from "../../generators/checks/index.ts";
import { howToSuppress } from "./explanation.ts";
import { namesIn, namesInExamples } from "./names-in-examples.ts";

/** The pages of docs/checks/, by the names of their files. */
export function checkPages(): Readonly<Record<string, string>> {
  return {
    "README.md": index(),
    ...Object.fromEntries(explained.map((check) => [`${check.id}.md`, page(check)])),
  };
}

function page(check: Explained): string {
  const { id, why, source, wrong, right } = check;
  const named = namesIn(wrong + right).length > 0;
  const names = named ? "\nThe other names are explained [in the index](README.md#the-examples).\n" : "";
  return `# ${id}

${why} ([source](${source}))

Wrong:
${fenced(wrong)}
Right:
${fenced(right)}${names}
${howToSuppress(check).replace(/allow: .*/, "`$&`")}
`;
}

function fenced(code: string): string {
  return `\n\`\`\`ts${code}\`\`\`\n`;
}

/** Folders whose names are no words of a sentence. */
const headings: Readonly<Record<string, string>> = { promql: "PromQL", slo: "SLOs" };

function headingOf(folder: string): string {
  return headings[folder] ?? folder.charAt(0).toUpperCase() + folder.slice(1);
}

function index(): string {
  const sections = Object.entries(explainedByFolder).map(([folder, checks]) => {
    const lines = checks.map(({ id, why }) => `- [${id}](${id}.md): ${firstSentence(why)}`);
    return `## ${headingOf(folder)}\n\n${lines.join("\n")}\n`;
  });
  const names = Object.entries(namesInExamples).map(([name, meaning]) => `- \`${name}\`: ${meaning}`);
  return `# Checks

Before anything is written, the build looks for these mistakes. Each problem ends with the id of the check that found it, and
\`signalbox explain <check>\` prints its page. There are no warnings: fix what is found, or suppress it where it
occurs, with a reason.

${sections.join("\n")}
## The examples

They are part of a small shop and show only what matters. Exports belong to the shop or to the platform, depending on their kind.

${names.join("\n")}
`;
}

/** Up to the first full stop that ends one. */
export function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}
