"""potool.py LANG list | fill FILE.json : untranslated msgids of planlint/text/locale/LANG.po (run in a worktree); fill from {msgid: msgstr} (plural: {msgid: [one, many]})."""
import json, sys
from babel.messages.pofile import read_po, write_po
lang, what = sys.argv[1:3]
path = f"planlint/text/locale/{lang}.po"
cat = read_po(open(path, "rb"), locale=lang)
def empty(m): return not m.string or (isinstance(m.string, (tuple, list)) and not all(m.string)) 
if what == "list":
    print(json.dumps([m.id for m in cat if m.id and empty(m)], ensure_ascii=False, indent=1))
else:
    new = json.load(open(sys.argv[3]))
    n = 0
    for m in cat:
        if not m.id: continue
        key = m.id[0] if isinstance(m.id, (tuple, list)) else m.id
        if key in new:
            v = new[key]; m.string = tuple(v) if isinstance(v, list) else v; m.flags.discard("fuzzy"); n += 1
    import io; out = io.BytesIO()
    from babel.messages import Catalog
    fresh = Catalog(locale=lang)
    for m in cat:
        if m.id: fresh.add(m.id if isinstance(m.id, str) else tuple(m.id), m.string if isinstance(m.string, str) else tuple(m.string))
    write_po(out, fresh, omit_header=True, width=120)
    open(path, "wb").write(out.getvalue()); print(n, "filled")
