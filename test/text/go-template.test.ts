import { describe, expect, test } from "vitest";
import { parseTemplates, parseText } from "../../generators/text/go-template/parse.ts";
import { renderHtml, renderText } from "../../generators/text/go-template/render.ts";
import { listOf, structureOf, type Value } from "../../generators/text/go-template/value.ts";

const dot = structureOf({
  Name: "shop",
  Empty: "",
  Items: listOf(["a", "b", "c"]),
  None: listOf([]),
  Count: 3,
});
const rendered = (text: string, templates = "", of: Value = dot) =>
  renderText(parseText(text), parseTemplates(templates), of);
const page = (text: string, value: string) =>
  renderHtml(parseText(text), parseTemplates(""), structureOf({ Value: value }));

describe("a template of Go", () => {
  test.each([
    ["a {{- /* nothing */ -}} b", "ab"],
    ["a {{ .Name }} b", "a shop b"],
    ["a {{- .Name -}} \n b", "ashopb"],
    ["{{ if .Empty }}yes{{ else }}no{{ end }}", "no"],
    [
      "{{ with .Name }}<{{ . }}>{{ end }}{{ with .Empty }}<{{ . }}>{{ else }}{{ .Name }}{{ end }}",
      "<shop>shop",
    ],
    ["{{ range .Items }}{{ . }}{{ $.Name }} {{ end }}", "ashop bshop cshop "],
    ["{{ range $index, $one := .Items }}{{ if $index }}, {{ end }}{{ $one }}{{ end }}", "a, b, c"],
    ["{{ range .None }}x{{ else }}none{{ end }}", "none"],
    ['{{ $x := "a" }}{{ range .Items }}{{ $x = . }}{{ end }}{{ $x }}', "c"],
    ['{{ $x := "a" }}{{ if .Name }}{{ $x := "b" }}{{ end }}{{ $x }}', "a"],
    ["{{ len .Items }} {{ len .Name }} {{ len `é` }}", "3 4 2"],
    ["{{ if and .Name (gt (len .Items) 2) }}many{{ end }}", "many"],
    ['{{ if not (eq .Name "shop") }}x{{ else }}y{{ end }}', "y"],
    ['{{ printf "%.2s|%s" `äöü` .Name }}', "äö|shop"],
    ["{{ .Name | toUpper | printf `<%s>` }}", "<SHOP>"],
    ['{{ "a b+c/é" | urlquery }}', "a+b%2Bc%2F%C3%A9"],
    ['{{ html "<\'\\">&" }}', "&lt;&#39;&#34;&gt;&amp;"],
    ["{{ reReplaceAll `(?m)^(\\s*)([-+])` `$1\\$2` `- a\n + b` }}", "\\- a\n \\+ b"],
    ['{{ reReplaceAll "\\\\s+" " " "a\\u00a0b  c" }}', "a\u00a0b c"],
    ['{{ "}}" }}', "}}"],
  ])("%s", (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  test("calls others, with what they are given", () => {
    const templates =
      '{{ define "one" -}}\n[{{ . }}{{ template "two" "x" }}]\n{{- end }} {{ define "two" }}({{ . }}{{ $ }}){{ end }}';
    expect(rendered('{{ template "one" .Name }}', templates)).toBe("[shop(xx)]");
  });

  test.each([
    "{{ .Name",
    "{{ if .Name }}x",
    "{{ end }}",
    "{{ shuffle .Name }}",
    '{{ template "nothing" . }}',
    "{{ $x }}",
    '{{ printf "%d" .Count }}',
    "{{ .Items }}",
    "{{ }}",
    "{{ (.Name }}",
    "{{ range .Name }}{{ end }}",
    "{{ reReplaceAll `[^a]` `` .Name }}",
  ])("what is not known is refused and never guessed: %s", (text) => {
    expect(() => rendered(text)).toThrow(SyntaxError);
  });
});

describe("a page of HTML", () => {
  test.each([
    ["<p>{{ .Value }}</p>", `a<b>&"'+`, "<p>a&lt;b&gt;&amp;&#34;&#39;&#43;</p>"],
    ['<a title="{{ .Value }}">x</a>', `"+`, '<a title="&#34;&#43;">x</a>'],
    [
      '<a href="{{ .Value }}">x</a>',
      "https://a/b?c=d e&f=(g)%20%",
      '<a href="https://a/b?c=d%20e&amp;f=%28g%29%20%25">x</a>',
    ],
    ['<a href="{{ .Value }}">x</a>', "javascript:alert(1)", '<a href="#ZgotmplZ">x</a>'],
    ["<p>{{ .Value | safeHtml }}</p>", "<b>", "<p><b></p>"],
    [
      '<p style="color: {{ .Value }}; a: b">{{ .Value }}',
      "#F2495C",
      '<p style="color: #F2495C; a: b">#F2495C',
    ],
  ])("%s", (text, value, expected) => {
    expect(page(text, value)).toBe(expected);
  });

  test("where a value may not stand it is refused", () => {
    expect(() => page("<p {{ .Value }}>", "x")).toThrow(SyntaxError);
    expect(() => page('<a href="https://a/{{ .Value }}">', "x")).toThrow(SyntaxError);
    expect(() => page('<p style="{{ .Value }}">', "a: b")).toThrow(SyntaxError);
  });
});
