import { describe, expect, test } from "vitest";
import { templateMistake } from "../../generators/text/template-mistake.ts";

describe("a template that Prometheus can fill in", () => {
  test.each([
    ["no action at all", "The disk is full: 100 %"],
    ["a label", "{{ $labels.instance }} is down"],
    ["no space around", "{{$labels.instance}} is down"],
    ["fields of the data", "{{ .Labels.instance }} has {{ .Value }}"],
    ["the data itself", "{{ . }}"],
    ["a function", "{{ $value | humanizePercentage }}"],
    ["a function of Go with a text", '{{ printf "%.2f" $value }}'],
    ["brackets", "{{ if (gt (len $labels) 2) }}many{{ end }}"],
    ["a bracket in a text", '{{ printf "%f)" $value }}'],
    ["signs that eat space", "{{- $value -}}"],
    ["braces in a text", 'to write {{ "{{" }} or {{ `}}` }}'],
    ["an escaped quote", '{{ "a \\" }} b" }}'],
    ["a comment", "{{/* says }} nothing */}}"],
    ["a character", "{{ printf \"%c\" 'x' }}"],
    ["numbers", "{{ 1e3 }} {{ 0x1F }} {{ 1.5e3 }} {{ -2 }}"],
    ["a condition", "{{ if gt $value 1.0 }}a{{ else if true }}b{{ else }}c{{ end }}"],
    ["a variable of its own", "{{ $x := $value }}{{ $x }}"],
    ["variables of a range", '{{ range $i, $one := query "up" }}{{ $i }}: {{ $one.Value }}{{ end }}'],
    ["with", '{{ with query "up" }}{{ . | first | value | humanize }}{{ end }}'],
    ["other variables", "{{ $externalLabels.region }} {{ $externalURL }} {{ $ }}"],
    ["closing braces alone", "a }} b"],
  ])("%s: %s", (_, text) => {
    expect(templateMistake(text)).toBeUndefined();
  });
});

describe("what keeps a text from being a template", () => {
  test.each([
    ["{{ $labels.instance }", `"{{ $labels.instance " does not end with }}`],
    ["{{ $labels.instance and much more behind it", '"{{ $labels.instance " does not end with }}'],
    ['{{ "a }}', '"{{ "a }}" does not end with }}'],
    ["ok {{ $value }} but {{", '"{{" does not end with }}'],
    ["{{ }}", "{{ }} is empty"],
    ["{{- -}}", "{{ }} is empty"],
    ["{{ $label.instance }}", "$label is not known"],
    ["{{ $labels.instance | upper }}", "upper is not known"],
    ["{{ humanise $value }}", "humanise is not known"],
    ["{{ instance }}", "instance is not known"],
    ["{{ $x }}{{ $x := 1 }}", "$x is not known"],
    ["{{ humanize ($value }}", "its brackets do not match: {{ humanize ($value }}"],
    ["{{ if true }}a", "an {{ end }} is missing"],
    ["{{ range query `up` }}{{ if . }}a{{ end }}", "an {{ end }} is missing"],
    ["a{{ end }}", "there is an {{ end }} too many"],
    ["{{ else }}", "there is an {{ else }} without an {{ if }}"],
  ])("%s", (text, mistake) => {
    expect(templateMistake(text)).toBe(mistake);
  });
});
