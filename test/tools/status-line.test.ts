import { describe, expect, test } from "vitest";
import { byteSize } from "../../scripts/tools/fetch-watch.ts";
import { statusLine, type StatusLine } from "../../scripts/tools/status-line.ts";

const writtenOn = (isTTY: boolean | undefined, use: (line: StatusLine) => void): readonly string[] => {
  const written: string[] = [];
  use(statusLine({ isTTY, columns: 20, write: (text) => written.push(text) }));
  return written;
};

const tellAll = (line: StatusLine): void => {
  line.step("step one");
  line.show("1 of 2");
  line.show("1 of 2");
  line.say("something failed");
  line.show("what would not fit into one line of twenty");
  line.clear();
  line.clear();
};

describe("how a command tells what it is about", () => {
  test("on a terminal one line is rewritten, and what stays stands above it", () => {
    expect(writtenOn(true, tellAll)).toEqual([
      "\r\u001b[2Kstep one",
      "\r\u001b[2K1 of 2",
      "\r\u001b[2K",
      "something failed\n",
      "\r\u001b[2K1 of 2",
      "\r\u001b[2Kwhat would not fit…",
      "\r\u001b[2K",
    ]);
  });

  test.each([false, undefined])("in a log there are few lines, and no control characters", (isTTY) => {
    expect(writtenOn(isTTY, tellAll)).toEqual(["step one\n", "something failed\n"]);
  });
});

test.each([
  [101_234_567, "101 MB"],
  [97_400_000, "97 MB"],
  [8_440_000, "8.4 MB"],
  [640_100, "641 kB"],
  [12, "1 kB"],
  [0, "0 kB"],
])("%d bytes are %s", (bytes, text) => {
  expect(byteSize(bytes)).toBe(text);
});
