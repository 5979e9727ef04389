"""Common first names in Norway (the lists of Statistics Norway): what may be a person where a role should stand."""

from __future__ import annotations

_NAMES = """
    Aleksander Alexander Amalie Anders Andrea Andreas Ane Anette Anita Anja Anna Anne Annette Anton Arild Arne
    Arnt Arvid Asbjørn Astrid Atle Aud Audun August Aurora Axel Beate Bente Berit Birgit Bjarne Bjørg Bjørn Bodil
    Borghild Brita Britt Børge Camilla Carina Cathrine Cecilie Charlotte Christian Christine Christopher Dag
    Dagfinn Dagny Daniel David Edvard Egil Einar Eirik Eivind Elias Elin Elisabeth Ella Ellen Elsa Else Emil
    Emilie Emma Erik Erlend Erling Espen Eva Even Fatima Filip Finn Fredrik Frida Frode Gard Geir Georg Gerd Grete
    Grethe Gro Gudrun Gunn Gunnar Guri Gustav Hanna Hannah Hanne Hans Harald Hedda Hege Heidi Helene Helga Helge
    Henriette Henrik Herman Hilde Håkon Håvard Ida Inga Inge Ingeborg Inger Ingrid Ingvild Irene Isak Ivar Jakob
    Jan Janne Jenny Jens Joakim Johan Johanne Johannes John Jon Jonas Jorunn Jostein Julia Julie Jørgen Jørn Kai
    Karen Kari Karianne Karin Karl Karoline Kasper Katrine Ketil Kim Kine Kirsten Kjell Kjersti Kjetil Klara Knut
    Kristian Kristin Kristina Kristine Kristoffer Kåre Laila Lars Leif Lene Leonard Line Linn Linnea Lisa Lise Liv
    Lucas Magne Magnus Maja Malin Maren Mari Maria Marianne Marie Marit Marius Markus Marte Martha Martin Mathias
    Mats Merete Mette Mia Mikael Mohammad Mohammed Mona Monica Morten Muhammad Nils Nina Nora Oda Odd Ola Olaf
    Olav Ole Oliver Olivia Oskar Otto Per Petter Pia Ragnar Ragnhild Randi Reidar Reidun Rita Robert Roger Rolf
    Ronny Rune Sander Sandra Sara Sebastian Signe Sigrid Sigurd Silje Simen Siri Sissel Siv Sofia Sofie Solveig
    Sondre Stein Steinar Stian Stig Stine Sunniva Svein Sverre Synne Tale Terje Thea Thomas Thor Tina Tiril Tobias
    Tom Tomas Tone Tonje Tor Tora Torbjørn Tore Torhild Torill Torstein Tove Trine Trond Trygve Turid Tuva Ulrik
    Unni Vegard Vibeke Victoria Vidar Vilde Wenche William Yngve Yvonne Øivind Øystein Øyvind Åge Åse Åshild
"""
_ALSO_WORDS = """
    Ane August Aurora Bjørn Dag Elias Even Finn Frida Gard Georg Gro Gunn Gustav Hanna Harald Håkon Inge Jakob
    Johannes Julie Kim Knut Line Lise Liv Magnus Mari Maria Martin Mona Odd Ola Olav Per Rita Siv Sofie Stein Tale
    Thor Tor Tora Tore Tuva Vidar
"""
FIRST_NAMES = frozenset(_NAMES.split())
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
"""Those that are words, churches, companies or places too: a name only where another capitalised word follows."""
