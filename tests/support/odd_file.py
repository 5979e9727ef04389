"""A file in the worst style that is still right: odd indentation, keys in quotes, blanks before colons, comments."""

ODD = """\
'tittel' :   Å plan   # navnet
"type":   temaplan
hendelser:
      -   hva: vedtatt
          'dato':    2018
          # saken
      -    {"hva" : revidert , sak:  "1/2"}
periode:
        fra:    2018
        "til" : 2030   # år
tema :
- 'a'
# om b
-    b
sammendrag: >-

    Ord
    og ord
kilder: [ { kilde : k , "sted":s }, # første
   {kilde: l}, ]
merknad: "to \\
  linjer"
"""
