// The worker of «Foreslå endring»: planlint itself, with the plan system's files as the site brings them. It asks no other
// host, and it knows no rule: what it hands back is what planlint says.
import { loadPyodide } from "./pyodide.mjs";
const here = new URL(".", import.meta.url).href;
let worker;
const bytes = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
};
// The large files are packed as they lie there, for not every host packs them on the way.
const KINDS = { wasm: "application/wasm", zip: "application/zip", mo: "application/octet-stream" };
const unpacked = async (name) => {
  const { body } = await bytes(`${here}${name}.bin`);
  return new Response(body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": KINDS[name.split(".").pop()] } });
};
const plainFetch = self.fetch.bind(self);
self.fetch = (asked, options) => {
  const name = new URL(asked?.url ?? asked, here).href.replace(here, "");
  return name === "pyodide.asm.wasm" || name === "stdlib.zip" ? unpacked(name) : plainFetch(asked, options);
};
const open = async ({ register, lang, labels, catalogues }) => {
  const whole = (name) => unpacked(name).then((answer) => answer.arrayBuffer());
  const held = Promise.all([whole("app.zip"), bytes(register).then((answer) => answer.text()), ...catalogues.map((code) => whole(`${code}.mo`))]);
  const python = await loadPyodide({ indexURL: here, stdLibURL: `${here}stdlib.zip`, env: { HOME: "/home", TZ: "" } });
  const [app, text, ...words] = await held;
  python.unpackArchive(app, "zip", { extractDir: "/app" });
  python.FS.mkdirTree("/app/planlint/text/locale");
  catalogues.forEach((code, index) => python.FS.writeFile(`/app/planlint/text/locale/${code}.mo`, new Uint8Array(words[index])));
  python.runPython("import sys; sys.path.insert(0, '/app')");
  worker = python.runPython("from planlint.browser.worker import Worker; Worker()");
  return worker.open(text, lang, JSON.stringify(labels));
};
let before = Promise.resolve();
addEventListener("message", ({ data }) => {
  before = before.then(async () => {
    try {
      if (data.open) postMessage({ stopped: await open(data.open) });
      else if (worker) postMessage({ id: data.id, told: JSON.parse(worker.answer(JSON.stringify(data.ask))) });
    } catch (error) { postMessage({ id: data.id, failed: String(error?.message || error).slice(-500) }); }
  });
});
