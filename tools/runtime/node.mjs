// The runtime in node, for tests: each line in is a question, each line out its answer. The worker of a page does the same.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
const [, , folder, lang = "nb"] = process.argv;
const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: folder, stdLibURL: `${folder}/stdlib.zip`, env: { HOME: "/home", TZ: "" } });
python.unpackArchive(new Uint8Array(readFileSync(`${folder}/app.zip`)), "zip", { extractDir: "/app" });
python.runPython("import sys; sys.path.insert(0, '/app')");
const worker = python.runPython("from planlint.browser.worker import Worker; Worker()");
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const started = performance.now();
  const told = asked.register ? JSON.stringify({ stopped: worker.open(readFileSync(asked.register, "utf8"), lang) }) : worker.answer(line);
  process.stdout.write(`${JSON.stringify({ ms: Math.round(performance.now() - started), told: JSON.parse(told) })}\n`);
}
