// What the checker of a contract does, in the pipeline of the service itself. It is written as one file: see checker.ts.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { differencesOf } from "../../generators/contract/compared.ts";
import type { Contract } from "../../generators/contract/contract.ts";
import type { Difference } from "../../generators/contract/difference.ts";
import { countText, differencesText } from "../../generators/contract/difference-text.ts";
import { readExposition } from "../../generators/exposition/read-exposition.ts";
import { fetchExposition } from "../new/exposition/fetch-exposition.ts";

const usage = `Says which alerts, panels and SLOs a release would blind, by what it exposes.

Usage: node check.mjs CONTRACT EXPOSITION [options]

CONTRACT is the JSON file of the service beside this one, EXPOSITION a file or the address of its metrics.

  --job NAME         whose exposition it is, where the service has several jobs
  --token-file FILE  a file with the token that the address wants
  --all              also what harms nobody
  --json             the same as JSON, for a program
  --help             this text

Exit codes: 0 nobody is blinded, 1 something could not be read, 2 wrong use, 10 somebody would be blinded.
`;

const options = {
  job: { type: "string" },
  "token-file": { type: "string" },
  all: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** Runs the checker, and gives its exit code. */
async function check(args: readonly string[]): Promise<number> {
  const given = argumentsIn(args);
  if ("complaint" in given) return complain(2, `${given.complaint}\n"--help" says how it is used.`);
  const { values, positionals } = given;
  if (values.help) return say(usage);
  const [path, source, ...more] = positionals;
  if (path === undefined || source === undefined || more.length > 0)
    return complain(2, 'Name a contract and an exposition.\n"--help" says how it is used.');
  const read = contractAt(path);
  if ("complaint" in read) return complain(1, read.complaint);
  const { contract } = read;
  const jobs = contract.jobs.filter(({ name }) => values.job === undefined || name === values.job);
  const [job] = jobs;
  if (!job || jobs.length > 1)
    return complain(
      2,
      `Say with --job whose exposition it is: ${contract.jobs.map(({ name }) => name).join(", ")}.`,
    );
  const fetched = await fetchExposition(source, { tokenFile: values["token-file"] });
  if ("complaint" in fetched) return complain(1, fetched.complaint);
  const exposition = readExposition(fetched.text);
  if ("unreadable" in exposition)
    return complain(
      1,
      `Line ${exposition.unreadable.line} is none of an exposition: ${exposition.unreadable.reason}.`,
    );
  return told(differencesOf(contract, job, exposition.families), values);
}

function argumentsIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
}

function contractAt(path: string): { readonly contract: Contract } | { readonly complaint: string } {
  try {
    const contract: Contract = JSON.parse(readFileSync(path, "utf8"));
    if (contract.format === 1) return { contract };
    return { complaint: `${path} is no contract that this checker can read: take the two of one build.` };
  } catch (error) {
    return { complaint: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function told(
  all: readonly Difference[],
  { all: isAll, json }: { readonly all?: boolean; readonly json?: boolean },
): number {
  const harmful = all.filter(({ victims }) => victims.length > 0);
  const shown = isAll ? all : harmful;
  say(
    json
      ? `${JSON.stringify({ differences: shown }, undefined, 2)}\n`
      : withoutControls(differencesText(shown)),
  );
  if (!json) process.stderr.write(`${countText(all)}\n`);
  return harmful.length > 0 ? 10 : 0;
}

/** What a program exposes may hold anything, and does nothing to a terminal. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n]|\p{Cf}/gu, "�");
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function complain(code: number, complaint: string): number {
  process.stderr.write(`${complaint}\n`);
  return code;
}

process.exitCode = await check(process.argv.slice(2));
