// npm test: every proof; the last line is "N passed, N failed".
import { inHouse } from "./bootstrap.mjs";

if (await inHouse()) {
  const { test } = await import("./house/test.mjs");
  await test();
}
