"""Why the system refused something, in the language of the user, whatever the language of the system."""

import errno

from riskdesk.domain.problems import QT_TRANSLATE_NOOP, Phrase, Problem


def of_system(error: Exception) -> Phrase | Problem:
    """The meaning of an error of the system, or of a name that no file can have: a part of a sentence."""
    if isinstance(error, ValueError):
        return Phrase(_NO_NAME, "Problem")
    number = getattr(error, "winerror", None)
    if number in _NETWORK_OF_WINDOWS:
        return Phrase(_NO_NETWORK, "Problem")
    number = getattr(error, "errno", None)
    for text, numbers in _REASONS.items():
        if number in numbers:
            return Phrase(text, "Problem")
    return Problem(QT_TRANSLATE_NOOP("Problem", "error {number} of the system"), number=str(number or "–"))


def _numbers(*names: str) -> frozenset[int]:
    """The numbers of these errors on this system, which need not have all of them."""
    return frozenset(number for number in (getattr(errno, name, None) for name in names) if number is not None)


_NO_NAME = QT_TRANSLATE_NOOP("Problem", "no file can have such a name")
_NO_NETWORK = QT_TRANSLATE_NOOP("Problem", "the network does not answer")
# Python has the same errno for all of these.
_NETWORK_OF_WINDOWS = frozenset((51, 53, 54, 59, 64, 67, 121, 1222, 1225, 1231, 1232, 1236))
_REASONS = {
    QT_TRANSLATE_NOOP("Problem", "there is nothing of this name"): _numbers("ENOENT"),
    QT_TRANSLATE_NOOP("Problem", "you may not do that, or another program has it open"): _numbers("EACCES", "EPERM"),
    QT_TRANSLATE_NOOP("Problem", "another program is using it"): _numbers("EBUSY", "ETXTBSY", "EAGAIN", "EDEADLK"),
    QT_TRANSLATE_NOOP("Problem", "it is a folder"): _numbers("EISDIR"),
    QT_TRANSLATE_NOOP("Problem", "a folder is expected where there is a file"): _numbers("ENOTDIR"),
    QT_TRANSLATE_NOOP("Problem", "the folder is not empty"): _numbers("ENOTEMPTY"),
    QT_TRANSLATE_NOOP("Problem", "there is something of this name already"): _numbers("EEXIST"),
    QT_TRANSLATE_NOOP("Problem", "its name is too long"): _numbers("ENAMETOOLONG"),
    QT_TRANSLATE_NOOP("Problem", "its links lead round in a circle"): _numbers("ELOOP"),
    QT_TRANSLATE_NOOP("Problem", "files of this kind do not allow it"): _numbers("EINVAL", "ENXIO", "ESPIPE"),
    QT_TRANSLATE_NOOP("Problem", "it is too large"): _numbers("EFBIG", "EOVERFLOW"),
    QT_TRANSLATE_NOOP("Problem", "the disk has no room left"): _numbers("ENOSPC", "EDQUOT"),
    QT_TRANSLATE_NOOP("Problem", "the disk may only be read"): _numbers("EROFS"),
    QT_TRANSLATE_NOOP("Problem", "the disk does not answer"): _numbers("EIO", "ENODEV"),
    _NO_NETWORK: _numbers(
        "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENOTCONN", "ESTALE", "ETIMEDOUT", "ECONNRESET"
    ),
    QT_TRANSLATE_NOOP("Problem", "too many files are open"): _numbers("EMFILE", "ENFILE"),
    QT_TRANSLATE_NOOP("Problem", "the computer has no memory left"): _numbers("ENOMEM"),
    QT_TRANSLATE_NOOP("Problem", "the disk cannot do that"): _numbers("ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV"),
}
