"""A workbook to be printed."""

from riskdesk.desk import courier
from riskdesk.desk.formats.as_excel import paint
from riskdesk.domain.layouts import Layout
from riskdesk.domain.tree import RegisterTree
from riskdesk.exchange.workbooks.courier import courier_workbook
from riskdesk.exchange.workbooks.prescribed import prescribed_workbook
from tests.exchange.workbooks.books import MADE, data


def workbook(tree: RegisterTree, layout: str) -> bytes:
    if layout == "register":
        return data(tree)
    if layout == "owner":
        return courier_workbook(tree, courier.parcels(tree)[0], paint, MADE).data
    return prescribed_workbook(tree, Layout(layout), paint, MADE).data
