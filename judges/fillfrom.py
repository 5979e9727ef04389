"""fillfrom.py: fill untranslated texts in this worktree from other branches' catalogues."""
import io,subprocess,sys
from babel.messages.pofile import read_po, write_po
from babel.messages import Catalog
for lang in ("nn","en"):
    p=f"planlint/text/locale/{lang}.po"; cat=read_po(open(p,"rb"),locale=lang)
    others=[]
    for b in sys.argv[1:]:
        others.append(read_po(io.BytesIO(subprocess.run(["git","show",f"{b}:{p}"],capture_output=True,check=True).stdout),locale=lang))
    def empty(m): return not m.string or (isinstance(m.string,(tuple,list)) and not all(m.string))
    n=left=0
    fresh=Catalog(locale=lang)
    for m in cat:
        if not m.id: continue
        s=m.string
        if empty(m):
            key=m.id[0] if isinstance(m.id,(tuple,list)) else m.id
            for o in others:
                f=o.get(key)
                if f and not empty(f) and isinstance(f.string,(tuple,list))==isinstance(m.id,(tuple,list)): s=f.string; n+=1; break
            else: left+=1; print(lang,repr(m.id))
        fresh.add(m.id if isinstance(m.id,str) else tuple(m.id), s if isinstance(s,str) else tuple(s))
    out=io.BytesIO(); write_po(out,fresh,omit_header=True,width=120); open(p,"wb").write(out.getvalue()); print(lang,n,"filled",left,"left")
