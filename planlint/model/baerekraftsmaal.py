"""The United Nations' Sustainable Development Goals and their targets (A/RES/70/1)."""

# The 169 targets: per goal, how many are numbered, and the letters of the means of implementation.
TARGETS = {
    "1": (5, "ab"),
    "2": (5, "abc"),
    "3": (9, "abcd"),
    "4": (7, "abc"),
    "5": (6, "abc"),
    "6": (6, "ab"),
    "7": (3, "ab"),
    "8": (10, "ab"),
    "9": (5, "abc"),
    "10": (7, "abc"),
    "11": (7, "abc"),
    "12": (8, "abc"),
    "13": (3, "ab"),
    "14": (7, "abc"),
    "15": (9, "abc"),
    "16": (10, "ab"),
    "17": (19, ""),
}
DELMAAL = {
    maal: frozenset((*(str(number + 1) for number in range(count)), *letters))
    for maal, (count, letters) in TARGETS.items()
}
