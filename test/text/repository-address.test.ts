import { expect, test } from "vitest";
import { repositoryAddress } from "../../generators/text/repository-address.ts";

test.each([
  ["shop/monitoring", "github.com/shop/monitoring"],
  ["github:Shop/Monitoring", "github.com/shop/monitoring"],
  ["gitlab:shop/monitoring", "gitlab.com/shop/monitoring"],
  ["bitbucket:shop/monitoring", "bitbucket.org/shop/monitoring"],
  ["https://github.com/shop/monitoring", "github.com/shop/monitoring"],
  ["git+https://github.com/shop/monitoring.git", "github.com/shop/monitoring"],
  ["git://git.shop.internal/ops/team/monitoring.git/", "git.shop.internal/ops/team/monitoring"],
  ["git+ssh://git@github.com/shop/monitoring.git", "github.com/shop/monitoring"],
  ["git@github.com:shop/monitoring.git", "github.com/shop/monitoring"],
  ["ssh://git@git.shop.internal:2222/ops/monitoring.git", "git.shop.internal:2222/ops/monitoring"],
])("%s", (written, address) => {
  expect(repositoryAddress(written)).toBe(address);
});

test.each(["", "monitoring", "https://github.com/", "gist:11081aaa281"])("%j is none", (written) => {
  expect(repositoryAddress(written)).toBeUndefined();
});
