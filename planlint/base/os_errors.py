"""Why the operating system said no, in Norwegian."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "du har ikke tilgang",
    errno.EPERM: "du har ikke tilgang",
    errno.EROFS: "disken er skrivebeskyttet",
    errno.ENOSPC: "disken er full",
    errno.ENOENT: "filen eller mappen finnes ikke",
    errno.EISDIR: "det er en mappe, ikke en fil",
    errno.ENOTDIR: "noe i stien er en fil og ikke en mappe",
    errno.EEXIST: "det ligger en fil der fra før",
    errno.ELOOP: "lenken går i ring",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.EFBIG: "filen blir større enn det er lov til",
    errno.EDQUOT: "du har ikke mer plass",
    errno.EIO: "disken svarer ikke som den skal",
    errno.EMFILE: "for mange filer er åpne",
    errno.EBUSY: "noe annet bruker den",
}


def why(error: OSError) -> str:
    """Give the reason in a few words, without a full stop; the system's own where it is a rare one."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
