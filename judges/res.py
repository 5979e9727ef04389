"""res.py FILE both|ours|theirs: take each conflict hunk so."""
import re, sys
p, how = sys.argv[1:3]
t = open(p, encoding="utf-8").read()
pat = re.compile(r"<<<<<<< [^\n]*\n(.*?)(?:\|\|\|\|\|\|\| [^\n]*\n.*?)?=======\n(.*?)>>>>>>> [^\n]*\n", re.S)
t = pat.sub({"both": r"\1\2", "ours": r"\1", "theirs": r"\2"}[how], t)
open(p, "w", encoding="utf-8").write(t)
