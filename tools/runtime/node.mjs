// The runtime in node, for tests: each line in is a question, each line out its answer. The worker of a page does the same.
// A question with a script is put to that script's `answer`.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { gunzipSync } from "node:zlib";
const [, , folder, lang = "nb", into = mkdtempSync(`${tmpdir()}/planlint-`)] = process.argv;
mkdirSync(into, { recursive: true });
for (const name of readdirSync(folder)) {
  if (name.endsWith(".bin")) writeFileSync(`${into}/${name.slice(0, -4)}`, gunzipSync(readFileSync(`${folder}/${name}`)));
  else if (/\.(mjs|json)$/.test(name)) copyFileSync(`${folder}/${name}`, `${into}/${name}`);
}
const { loadPyodide } = await import(`${into}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: into, stdLibURL: `${into}/stdlib.zip`, env: { HOME: "/home", TZ: "" } });
python.unpackArchive(new Uint8Array(readFileSync(`${into}/app.zip`)), "zip", { extractDir: "/app" });
python.FS.mkdirTree("/app/planlint/text/locale");
for (const code of ["nn", "en"]) python.FS.writeFile(`/app/planlint/text/locale/${code}.mo`, readFileSync(`${into}/${code}.mo`));
python.runPython("import sys; sys.path.insert(0, '/app')");
const worker = python.runPython("from planlint.browser.worker import Worker; worker = Worker(); worker");
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const started = performance.now();
  if (asked.script) python.runPython(readFileSync(asked.script, "utf8"));
  const told = asked.script ? python.globals.get("answer")(line) : asked.register ? JSON.stringify({ stopped: worker.open(readFileSync(asked.register, "utf8"), lang) }) : worker.answer(line);
  process.stdout.write(`${JSON.stringify({ ms: Math.round(performance.now() - started), told: JSON.parse(told) })}\n`);
}
