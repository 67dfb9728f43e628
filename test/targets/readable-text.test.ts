import { expect, test } from "vitest";
import { numberedActions, readableText } from "../../generators/targets/docs/readable-text.ts";

test.each([
  ["a label", "{{ $labels.instance }} is down", "*instance* is down"],
  ["a label through a function", "{{$labels.job | title}}", "*job*"],
  ["the value as it is", "at {{ $value }} now", "at *value* now"],
  ["the value with its unit", '{{ $value | printf "%.1f" }}% full', "*value*% full"],
  ["the value of bytes", "{{ $value | humanize }}B", "*value*B"],
  ["any other template", '{{ with query "up" }}x{{ end }}', '`{{ with query "up" }}`x`{{ end }}`'],
  ["a template of several labels", "{{ if eq $labels.a $labels.b }}", "`{{ if eq $labels.a $labels.b }}`"],
  ["code", "Run `docker compose logs *`.", "Run `docker compose logs *`."],
  ["a label in code", "`curl {{ $labels.instance }}/health`", "`curl <instance>/health`"],
  ["any other template in code", "`echo {{ end }}`", "`echo {{ end }}`"],
  ["characters of Markdown", "2 * 3 <b> shop_orders [x]", "2 \\* 3 \\<b> shop_orders \\[x\\]"],
  ["a single backtick", "it`s", "it\\`s"],
  ["a backtick that nothing closes", "`unclosed", "\\`unclosed"],
  ["unicode", "Größe ≥ 5 %", "Größe ≥ 5 %"],
])("%s", (_what, text, markdown) => {
  expect(readableText(text)).toBe(markdown);
});

test("text between commands stays text", () => {
  expect(numberedActions(["`a` is not alone.\n`b`\n`c`", "d_e"])).toBe(
    "1. `a` is not alone.\n\n   ```sh\n   b\n   c\n   ```\n2. d_e",
  );
});

test("a label in a command is a variable of the shell, whatever quotes are around it", () => {
  expect(numberedActions(["`a {{ $labels.job }} 'b {{ $labels.job }}' \"{{ $value }}\" {{ end }}`"])).toBe(
    `1. \`\`\`sh
   JOB= # job, from the notification
   VALUE= # value, from the notification
   a "$JOB" 'b '"$JOB"'' ""$VALUE"" {{ end }}
   \`\`\``,
  );
});
