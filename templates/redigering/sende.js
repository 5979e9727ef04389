// Sends a proposal to the host on which the files lie, with a key that the reader pastes in: it stands in this page's memory
// alone, and is sent to that host and no other. What is sent is what planlint made; nothing is written over another's work.
"use strict";
(() => {
  const form = document.getElementById("skjema"), texts = form.dataset;
  const at = (id) => document.getElementById(id);
  const base = texts.vertAdresse, project = texts.vertProsjekt, target = texts.vertGren;
  const say = (text) => { at("sendt").textContent = text; };
  const inPath = (path) => path.split("/").map(encodeURIComponent).join("/");
  const base64 = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
  const plain = (packed) => new TextDecoder().decode(Uint8Array.from(atob(packed.replace(/\s/g, "")), (char) => char.charCodeAt(0)));
  let key = "";

  class Refused extends Error { constructor(status) { super(String(status)); this.status = status; } }
  const headers = () => (texts.vertSlag === "gitlab"
    ? { "PRIVATE-TOKEN": key }
    : { Authorization: `Bearer ${key}`, Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28" });
  const ask = async (method, path, fields) => {
    const answer = await fetch(`${base}/${path}`, {
      method, headers: { ...headers(), ...(fields ? { "Content-Type": "application/json" } : {}) }, body: fields && JSON.stringify(fields),
      credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "no-store",
    });
    if (!answer.ok) throw new Refused(answer.status);
    return answer.status === 204 ? null : answer.json();
  };
  const orNone = async (asked) => { try { return await asked; } catch (error) { if (error.status === 404) return null; throw error; } };

  // https://docs.github.com/en/rest/git/refs, /repos/contents and /pulls/pulls
  const github = {
    newest: async () => (await ask("GET", `repos/${project}/git/ref/heads/${inPath(target)}`)).object.sha,
    file: async (path, commit) => {
      const found = await orNone(ask("GET", `repos/${project}/contents/${inPath(path)}?ref=${commit}`));
      return found && { version: found.sha, text: plain(found.content) };
    },
    begin: (commit, branch) => ask("POST", `repos/${project}/git/refs`, { ref: `refs/heads/${branch}`, sha: commit }),
    write: async (branch, title, files) => {
      for (const { path, text, version } of files) await ask("PUT", `repos/${project}/contents/${inPath(path)}`, { message: title, content: base64(text), branch, ...(version ? { sha: version } : {}) });
    },
    propose: async (branch, title, text) => {
      const made = await ask("POST", `repos/${project}/pulls`, { title, head: branch, base: target, body: text });
      return { number: made.number, address: made.html_url };
    },
    undo: (branch) => ask("DELETE", `repos/${project}/git/refs/heads/${inPath(branch)}`),
  };
  // https://docs.gitlab.com/api/branches, /api/repository_files, /api/commits and /api/merge_requests
  const whole = `projects/${encodeURIComponent(project)}`;
  const gitlab = {
    newest: async () => (await ask("GET", `${whole}/repository/branches/${encodeURIComponent(target)}`)).commit.id,
    file: async (path, commit) => {
      const found = await orNone(ask("GET", `${whole}/repository/files/${encodeURIComponent(path)}?ref=${commit}`));
      return found && { version: found.blob_id, text: plain(found.content) };
    },
    begin: (commit, branch) => ask("POST", `${whole}/repository/branches`, { branch, ref: commit }),
    write: (branch, title, files) => ask("POST", `${whole}/repository/commits`, {
      branch, commit_message: title,
      actions: files.map(({ path, text, version }) => ({ action: version ? "update" : "create", file_path: path, content: base64(text), encoding: "base64" })),
    }),
    propose: async (branch, title, text) => {
      const made = await ask("POST", `${whole}/merge_requests`, { source_branch: branch, target_branch: target, title, description: text });
      return { number: made.iid, address: made.web_url };
    },
    undo: (branch) => ask("DELETE", `${whole}/repository/branches/${encodeURIComponent(branch)}`),
  };
  const host = texts.vertSlag === "gitlab" ? gitlab : github;

  const planlint = (ask) => new Promise((answer) => form.dispatchEvent(new CustomEvent("planlint:spor", { detail: { ask, answer } })));
  const refusal = (error, branch) => {
    if (branch) return texts.vertIgjen.replace("{gren}", () => branch);
    if (error.status === 401) return texts.vertUkjent;
    if (error.status === 403 || error.status === 404) return texts.vertNektet;
    return error.status ? texts.vertFeil.replace("{n}", () => error.status) : texts.vertBorte;
  };
  const show = (rows) => {
    at("begge").replaceChildren(...rows.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
    at("begge").hidden = !rows.length;
  };
  // Both versions are told by planlint, field by field, of the file as it is now where the files lie.
  const stale = async (path, now) => {
    const told = await planlint({ newer: now.text, file: path });
    say(texts.vertForeldet);
    show(told?.problems || []);
  };
  const send = async () => {
    show([]);
    if (!key) { say(texts.vertMangler); return; }
    const sent = await planlint({ send: true });
    if (!sent?.files) { say(texts.vertIkkeKlar); return; }
    say(texts.vertSender);
    const branch = `${sent.branch}-${Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
    let made = "";
    try {
      const commit = await host.newest(), files = [];
      for (const [path, text] of Object.entries(sent.files)) {
        const there = await host.file(path, commit), known = sent.versions[path];
        if (!known && there) { say(texts.vertFinnes); return; }
        if (known && !there) { say(texts.vertFjernet); return; }
        if (known && !there.version.startsWith(known)) { await stale(path, there); return; }
        files.push({ path, text, version: there?.version });
      }
      await host.begin(commit, branch);
      made = branch;
      await host.write(branch, sent.title, files);
      const { number, address } = await host.propose(branch, sent.title, sent.text);
      say(texts.vertSendt.replace("{n}", () => number));
      if (address?.startsWith("https://")) at("sendt").append(" ", Object.assign(document.createElement("a"), { href: address, textContent: address, className: "ds-link" }));
    } catch (error) {
      if (made) try { await host.undo(made); made = ""; } catch { /* it is told that the branch is left */ }
      say(refusal(error, made));
    }
  };
  at("nokkel").addEventListener("input", () => { key = at("nokkel").value.trim(); });
  at("nokkel").addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  at("send-med").addEventListener("click", async () => {
    at("send-med").disabled = true;
    try { await send(); } finally { at("send-med").disabled = false; }
  });
})();
