import type { Place } from "../../../language/place.ts";
import type { Model } from "../../../model/model.ts";
import { nameInPrometheus } from "../../../model/rule-model.ts";
import type { FileFinding } from "../../validation/finding.ts";
import { lastCaughtBefore, lineOfQuoted, unmarshalErrors } from "../../validation/go-errors.ts";
import type { ProgramAnswer, ProgramValidator } from "../../validation/program.ts";
import { counted, type OwnSubject } from "../../validation/subject.ts";

/** The rule files, in one call: promtool takes long to start. */
export const prometheusRules: ProgramValidator = {
  id: "prometheus-rules",
  what: "alert and recording rules",
  by: "program",
  program: "promtool",
  mustRefuse: [
    {
      args: ["check", "rules", "--lint=all", "--lint-fatal", "wrong.yml"],
      folder: { "wrong.yml": "groups: [{ name: wrong, rules: [{ alert: Wrong, expr: up === 0 }] }]\n" },
    },
  ],
  covers: (path) => /^prometheus\/[^/]+\.yml$/.test(path) && path !== "prometheus/prometheus.yml",
  *validate(subject) {
    const { paths, files } = subject;
    const answers = yield [{ args: ["check", "rules", "--lint=all", "--lint-fatal", ...paths] }];
    return {
      checked: counted(paths.flatMap((path) => files[path]?.match(ruleStart) ?? []).length, "rule"),
      findings: answers.flatMap((answer) => findingsIn(answer, subject)),
    };
  },
};

const ruleStart = /^\s*- (?:alert|record): /gm;

function findingsIn({ code, stderr }: ProgramAnswer, { paths, files, model }: OwnSubject): FileFinding[] {
  if (code === 0) return [];
  const [first = "prometheus"] = paths;
  const complaints = ruleComplaints(stderr);
  if (complaints.length === 0) return [{ path: first, message: `promtool rejects it: ${stderr.trim()}` }];
  return complaints.map((complaint) => {
    const { rule, reason } = complaint;
    // The lint does not say in which file it found a duplicate.
    const path = complaint.path ?? paths.find((own) => files[own]?.includes(`: ${rule}\n`)) ?? first;
    const text = files[path] ?? "";
    // Of a bad duration promtool says neither the line nor the rule.
    const line = complaint.line ?? (rule === undefined ? lineOfQuoted(reason, text) : undefined);
    const place = rulePlace({ ...complaint, line }, text, model);
    return { path, line, place, message: rule === undefined ? reason : `rule "${rule}": ${reason}` };
  });
}

/** What `promtool check rules` finds wrong with a rule. */
interface RuleComplaint {
  /** As promtool was given it; undefined where it does not say, as for a lint. */
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly group: string | undefined;
  /** Name of the alert or the recording. */
  readonly rule: string | undefined;
  readonly reason: string;
}

const nothing = { path: undefined, line: undefined, group: undefined, rule: undefined };

/**
 * Reads promtool's complaints: `a.yml: 5:11: group "g", rule 1, "X": reason`, with or without place and rule, several
 * lines of a file under one `a.yml: yaml: unmarshal errors:`, and the lint for duplicates, which names metrics only.
 */
export function ruleComplaints(output: string): RuleComplaint[] {
  const complaints: RuleComplaint[] = [];
  let path: string | undefined;
  for (const text of output.split("\n")) {
    const ofFile = /^(\S.*?\.yml|standard input): (.*)$/.exec(text);
    if (ofFile) {
      path = ofFile[1];
      if (!/unmarshal errors:$/.test(text)) complaints.push({ path, ...ruleComplaint(ofFile[2] ?? "") });
      continue;
    }
    const duplicate = /^Metric: (.+)$/.exec(text)?.[1];
    if (duplicate) {
      const reason = "another rule has this name and the same labels";
      complaints.push({ ...nothing, rule: duplicate, reason });
    }
    for (const { line, reason } of /^\s+line /.test(text) ? unmarshalErrors(text) : []) {
      complaints.push({ ...nothing, path, line, reason });
    }
  }
  return complaints;
}

function ruleComplaint(text: string): Omit<RuleComplaint, "path"> {
  const pattern = /^(?:(\d+):\d+: )?(?:group "(.*?)", rule \d+, "(.*?)": )?(.*)$/;
  const [, line, group, rule, reason = text] = pattern.exec(text) ?? [];
  // Line 0 is promtool's word for none.
  return { line: Number(line) || unmarshalErrors(text)[0]?.line, group, rule, reason };
}

/** Where the rule is defined that promtool complains of: found by its name, or else by the line of the generated file. */
function rulePlace(complaint: RuleComplaint, text: string, model: Model): Place | undefined {
  const { group, line, reason } = complaint;
  const name = complaint.rule ?? (line === undefined ? undefined : ruleAt(text, line));
  const named = [...model.alerts, ...model.recordings].filter((rule) => nameInPrometheus(rule) === name);
  const rule = named.find((candidate) => candidate.group === group) ?? named[0];
  if (rule) return reason.startsWith("could not parse expression") ? rule.exprPlace : rule.place;
  const groupName = group ?? /\bgroupname: "(.*?)"/.exec(reason)?.[1];
  return model.groups.find((candidate) => candidate.name === groupName)?.place;
}

/** The name of the rule that this line belongs to. */
function ruleAt(text: string, line: number): string | undefined {
  return lastCaughtBefore(text, line, /^\s*- (?:alert|record): "?([^"]+)"?$/);
}
