"""Why the operating system said no, in words of ours."""

from __future__ import annotations

import errno

from planlint.base.phrases import N_

_REASONS = {
    errno.EACCES: N_("du har ikke tilgang"),
    errno.EPERM: N_("du har ikke tilgang"),
    errno.EROFS: N_("disken er skrivebeskyttet"),
    errno.ENOSPC: N_("disken er full"),
    errno.ENOENT: N_("filen eller mappen finnes ikke"),
    errno.EISDIR: N_("det er en mappe, ikke en fil"),
    errno.ENOTDIR: N_("noe i stien er en fil og ikke en mappe"),
    errno.EEXIST: N_("det ligger en fil der fra før"),
    errno.ELOOP: N_("lenken går i ring"),
    errno.ENAMETOOLONG: N_("navnet er for langt"),
    errno.EFBIG: N_("filen blir større enn det er lov til"),
    errno.EDQUOT: N_("du har ikke mer plass"),
    errno.EIO: N_("disken svarer ikke som den skal"),
    errno.EMFILE: N_("for mange filer er åpne"),
    errno.EBUSY: N_("noe annet bruker den"),
}


def why(error: OSError) -> str:
    """Give the reason in a few words, without a full stop; the system's own where it is a rare one."""
    return _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
