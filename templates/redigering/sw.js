// Keeps what «Foreslå endring» has fetched, for the pages of this folder alone. What is named by its content is never
// fetched twice; everything else is asked for anew, and taken from here only where nobody answers.
"use strict";
const KEPT = "planlint-redigering";
const isFixed = (address) => /\/skjema\/(redigering-[0-9a-f]+\/|register-[0-9a-f]+\.json)/.test(address);
const key = (request) => { const address = new URL(request.url || request); if (address.pathname.endsWith(".html")) address.search = ""; return address.href; };
const store = async (request, answer) => {
  if (!answer.ok) return;
  const kept = await caches.open(KEPT), address = key(request);
  await kept.put(address, answer);
  const part = /\/skjema\/(redigering|register)-([0-9a-f]+)/.exec(address);
  if (!part) return;
  for (const old of await kept.keys()) {
    const other = /\/skjema\/(redigering|register)-([0-9a-f]+)/.exec(old.url);
    if (other && other[1] === part[1] && other[2] !== part[2]) await kept.delete(old);
  }
};
addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("message", (event) => {
  event.waitUntil(Promise.allSettled((event.data.keep || []).map(async (address) => store(address, await fetch(address)))));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith((async () => {
    const kept = await caches.open(KEPT);
    if (isFixed(request.url)) { const there = await kept.match(key(request)); if (there) return there; }
    try {
      const answer = await fetch(request);
      event.waitUntil(store(request, answer.clone()));
      return answer;
    } catch (error) {
      const there = await kept.match(key(request));
      if (there) return there;
      throw error;
    }
  })());
});
