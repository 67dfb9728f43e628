import { unmarshalErrors } from "../../../generators/targets/validation/go-errors.ts";

/** What `promtool check rules` has against a rule. */
export interface RuleComplaint {
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
      complaints.push({
        ...nothing,
        rule: duplicate,
        reason: "there is another rule of this name and these labels",
      });
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
