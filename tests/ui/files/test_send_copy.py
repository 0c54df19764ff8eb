"""What is chosen to be sent is what goes."""

from pytestqt.qtbot import QtBot

from riskdesk.desk import scales
from riskdesk.domain.values import Language, Register
from riskdesk.ui.files.send_copy import SendCopyDialog


def test_a_register_without_an_identity_is_not_all_of_them(qtbot: QtBot) -> None:
    """An older Riskdesk took any identity from a document."""
    scale = scales.profile(scales.DEFAULT, Language.ENGLISH)
    found = [Register(id="r1", title="One", scale=scale), Register(id="", title="Two", scale=scale)]
    for current, chosen in ((None, None), ("r1", "r1"), ("", ""), ("gone", None)):
        dialog = SendCopyDialog(found, current)
        qtbot.addWidget(dialog)
        assert dialog.copy().register == chosen
