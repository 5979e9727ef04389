"""score3.py OUT ARGSDIR FILE... : import each table in one process and score (long or wide expected rows)."""
import contextlib, csv, difflib, io, os, pathlib, re, shutil, sys, traceback, collections
sys.path.insert(0, "/work/shared/cases")
import score_import as S
os.environ.update(PLANLINT_DATE="2026-11-29", NO_COLOR="1")
from planlint.__main__ import main
import yaml
def run(folder, *a):
    tmp = folder.parent / f"{folder.name}.tmp"; sys.stdout.flush()
    pid = os.fork()
    if not pid:
        os.chdir(folder); fd = os.open(tmp, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o644); os.dup2(fd, 1); os.dup2(fd, 2)
        nul = os.open(os.devnull, os.O_RDONLY); os.dup2(nul, 0)
        sys.argv = ["planlint", *a]
        try: main(); os._exit(0)
        except SystemExit as e: sys.stdout.flush(); os._exit(int(e.code or 0))
        except BaseException: traceback.print_exc(); sys.stderr.flush(); os._exit(99)
    rc = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    out = tmp.read_text(encoding="utf-8", errors="replace"); tmp.unlink()
    return rc, out
MON = S.MONTHS
def values(x):
    if isinstance(x, dict):
        for v in x.values(): yield from values(v)
    elif isinstance(x, list):
        for v in x: yield from values(v)
    elif x is not None: yield str(x)
STAT = {"gjeldende": {"vedtatt","under_revisjon"}, "gjeldande": {"vedtatt","under_revisjon"}, "under revisjon": {"under_revisjon"}, "under arbeid": {"igangsatt","under_revisjon","på_høring","til_vedtak"},
 "utdatert": {"vedtatt","foreldet","under_revisjon"}, "utløpt": {"vedtatt","foreldet","under_revisjon"}, "utgått på dato": {"vedtatt","foreldet","under_revisjon"}, "mangler": {"planlagt"}, "manglar": {"planlagt"}, "finnes ikke": {"planlagt"}, "ikke startet": {"planlagt"}}
DEC = {"utgår": {"utgår","oppheves"}, "oppheves": {"utgår","oppheves"}, "slås sammen": {"slås_sammen","slås sammen"}}
ALT = {"slås sammen": {"utgår","oppheves"}}
def same(want, have):
    w, h = S.norm(want), S.norm(have)
    return w == h
def judge3(f, want, plan, text, names, types, title, kinds):
    decided = [b for b in (plan.get("beslutninger") or {}).values() if isinstance(b, dict)] if isinstance(plan.get("beslutninger"), dict) else []
    more = [d for b in decided for d in ([b.get("deretter")] if isinstance(b.get("deretter"), dict) else b.get("deretter") or []) if isinstance(d, dict)]
    decided += more
    kept = S.norm(want) in S.norm(" ".join(values(plan)))
    events = [e for e in plan.get("hendelser") or [] if isinstance(e, dict)]
    votes = [e for e in events if not e.get("planlagt") and e.get("hva") in ("vedtatt","revidert","til_orientering")]
    work = plan.get("arbeid") or {}
    years = lambda key: [str(x[key]) for x in [*decided, work] if isinstance(x, dict) and x.get(key)]
    if f == "vedtatt":
        have = [str(e.get("dato")) for e in votes]
        ok = want in have
        if not have and str((plan.get("periode") or {}).get("fra")) == want: ok = True
    elif f == "organ":
        have = [names.get(str(e.get("organ")), str(e.get("organ"))) for e in votes if e.get("organ")]
        ok = any(S.norm(want)[:6] == S.norm(h)[:6] for h in have)
    elif f == "sak":
        have = [str(e.get("sak")) for e in votes if e.get("sak")]
        ok = any(re.sub(r"[^\d/]","",want) == re.sub(r"[^\d/]","",h) for h in have)
    elif f in ("periode-fra","periode-til"):
        v = (plan.get("periode") or {}).get(f[8:]); have = [str(v)] if v else []; ok = any(h[:4] == want[:4] for h in have)
    elif f == "beslutning":
        have = [b.get("valg","") for b in decided if b.get("valg")]; good = DEC.get(want, {want}) | ALT.get(want, set()); ok = any(h in good for h in have)
        if want == "utgår" and "slås_sammen" in have: ok = True
        if want == "utsettes" and "vurderes" in have: ok = True
    elif f == "oppstart":
        have = years("oppstart"); y = re.search(r"\d{4}|$", want)[0]; ok = any(h[:4] == y for h in have)
    elif f == "ferdig":
        have = years("ferdig") + [str((plan.get("revisjon") or {}).get("neste") or "")]; have = [h for h in have if h]; ok = any(h[:4] == re.search(r"\d{4}|$", want)[0] for h in have)
    elif f == "neste-revisjon":
        rev = plan.get("revisjon") or {}; have = years("ferdig") + list(values(rev)) + [str(e.get("dato")) for e in events if e.get("planlagt")]
        y = re.search(r"\d{4}", want)
        if y: ok = any(h[:4] == y[0] for h in have)
        elif re.search(r"behov", want): ok = "behov" in " ".join(have); 
        else: ok = bool(rev) or len(set(have)) >= 1; 
    elif f == "ansvarlig":
        v = plan.get("ansvarlig"); have = [names.get(v, v)] if v else []; have += [names.get(x, x) for x in plan.get("medansvarlige") or plan.get("medvirkende") or [] if isinstance(x, str)]; ok = any(same(want, h) for h in have) or bool(have) and all(same(p, h) for p, h in zip(re.split(r"/| og ", want), have))
        if v is None: have = []
    elif f == "prioritet":
        have = [str(b.get("prioritet")) for b in decided if b.get("prioritet")]; ok = S.norm(want) in map(S.norm, have) or want == "prioritert" and kept
    elif f == "hjemmel":
        have = []; ok = bool(plan.get("hjemmel"))
    elif f == "type":
        have = [types.get(plan.get("type"), plan.get("type"))] if plan.get("type") else []; w = S.norm(want)
        ok = any(S.norm(h).startswith(w[:10]) or w.startswith(S.norm(h)) for h in have)
        if w in ("kommuneplan",): ok = ok or plan.get("type") in ("samfunnsdel","arealdel","handlingsdel")
        if w == "reguleringsplan": ok = ok or "regulering" in str(plan.get("type"))
        if w == "analyse": ok = ok or "ros" in str(plan.get("type"))
        if not ok and kept: have = []
    elif f == "status":
        have = [plan["status"]] if plan.get("status") else []; ok = kept or any(h in STAT.get(want.lower(), {want.lower()}) for h in have)
    elif f.startswith("aarsverk"):
        y = f[-4:]; have = [str(v) for b in decided for k, v in (b.get("årsverk") or {}).items() if str(k) == y]; ok = any(float(h.replace(",", ".")) == float(want) for h in have)
    else:
        have = []; ok = kept or S.norm(re.sub(r"^avhenger av:? ?", "", want.lower())) in S.norm(" ".join(values(plan)))
        if not ok:
            toks = [t for t in S.norm(want).split()]; alltext = S.norm(" ".join(values(plan)))
            # a condition may be parted from the word before it
            tail = " ".join(toks[1:]); ok = len(toks) > 2 and tail in alltext
    if ok: return "right", have
    if have and f not in ("merknad","begrunnelse","hjemmel"): return "wrong", have
    return ("kept" if kept else "lost"), have
def go(out, argsdir, file):
    folder = out / file.stem
    if folder.exists(): shutil.rmtree(folder)
    folder.mkdir(parents=True)
    run(folder, "init", "--empty", "--name", "Prøvevik", "--number", "9998", "--language", "nb")
    af = argsdir / f"{file.stem}.args"
    lines = [l for l in af.read_text(encoding="utf-8").splitlines() if l] if af.exists() else []
    for l in lines:
        if l.startswith("!"): run(folder, *l[1:].split(" ", 2))
    answers = [l for l in lines if not l.startswith("!")]
    rc, text = run(folder, "import", str(file), "--yes", *answers)
    (out / f"{file.stem}.out").write_text(text, encoding="utf-8")
    plans = {p: S.load(p) for p in sorted((folder/"plans/planer").rglob("*.yaml"))}
    system = S.load(folder/"plans/plansystem.yaml")
    names = {k: v.get("navn", k) for part in ("sektorer","organer") for k, v in (system.get(part) or {}).items() if isinstance(v, dict)}
    types = {k: v.get("navn", k) for k, v in (system.get("plantyper") or {}).items() if isinstance(v, dict)}
    rows = list(csv.DictReader((file.parent/f"{file.stem}.expected.csv").open(encoding="utf-8-sig"), delimiter=";"))
    count = collections.Counter(); log = []; used = {}; kinds = collections.Counter()
    ratio = lambda a, b: difflib.SequenceMatcher(None, S.norm(a), S.norm(b)).ratio()
    if "felt" in rows[0]:
        byplan = collections.OrderedDict()
        for r in rows: byplan.setdefault((r["rad"], r["tittel"]), []).append(r)
        taken = {}
        for (rad, title), rs in byplan.items():
            best = max(plans, key=lambda p: ratio(title, plans[p].get("tittel","")), default=None)
            hit = best is not None and (ratio(title, plans[best].get("tittel","")) > .72 or S.norm(plans[best].get("tittel","")) in S.norm(title))
            if hit: used[best] = 1
            else: log.append(f"MISSING {rad} {title}")
            for r in rs:
                if r["felt"] == "tittel": v, have = ("right" if hit else "lost"), []
                elif hit:
                    v, have = judge3(r["felt"], r["verdi"].strip(), plans[best], "", names, types, title, kinds)
                    if v == "lost" and S.norm(r["verdi"]) in S.norm(text.split("Ikke tatt med")[-1] if "Ikke tatt med" in text else ""): v = "kept"
                else: v, have = "lost", []
                count[v] += 1
                if v != "right": log.append(f"{v:5} {rad:>5} {title[:40]:40} {r['felt']}: want {r['verdi']!r} have {have}")
        n = len(byplan)
    else:
        n = len(rows)
        for row in rows:
            title = row.get("title") or row.get("tittel") or ""
            best = max((p for p in plans if p not in used), key=lambda p: ratio(title, plans[p].get("tittel","")), default=None)
            hit = best is not None and ratio(title, plans[best].get("tittel","")) > .72
            t = best.read_text(encoding="utf-8") if hit else ""
            if hit: used[best] = 1
            else: log.append(f"MISSING {title}")
            count["right" if hit else "lost"] += 1
            for kind, heads in S.FIELDS.items():
                want = next((row[h] for h in heads if row.get(h)), "").strip()
                if not want or (kind == "decision" and want == "ingen"): continue
                v = S.judge(kind, want, plans[best], t, names) if hit else "lost"
                count[v] += 1
                if v != "right": log.append(f"{v:5} {title[:40]:40} {kind}: want {want!r}")
    (out / f"{file.stem}.log").write_text("\n".join(log), encoding="utf-8")
    c = sum(count.values()); nl = sum(1 for l in lines if l.startswith(("--","!")))
    print(f"{file.stem:16} rc {rc} plans {len(used)}/{n} extra {len(plans)-len(used)} cells {c} right {100*count['right']/c:.1f} wrong {count['wrong']} ({100*count['wrong']/c:.1f}) kept {count['kept']} lost {count['lost']} lines {nl}", flush=True)
    return count, len(used), n
if __name__ == "__main__":
    out = pathlib.Path(sys.argv[1]); args = pathlib.Path(sys.argv[2]); tot = collections.Counter(); u = m = 0
    out.mkdir(parents=True, exist_ok=True)
    for f in sys.argv[3:]:
        try:
            c, a, b = go(out.resolve(), args.resolve(), pathlib.Path(f).resolve()); tot += c; u += a; m += b
        except Exception: print(f); traceback.print_exc()
    s = sum(tot.values())
    if s: print(f"ALL plans {u}/{m} cells {s} right {100*tot['right']/s:.1f} wrong {tot['wrong']} ({100*tot['wrong']/s:.1f}) kept {tot['kept']} lost {tot['lost']}")
