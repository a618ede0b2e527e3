"""Edits a workbook in LibreOffice as a person would, and saves it as .xlsx.

Usage: edit_workbook.py SOFFICE PROFILE IN OUT DEED...

PROFILE, IN and OUT are URLs. A deed is one word and its arguments, separated by "|":

  fill|ID|KEY|TEXT    writes TEXT, as if typed, into the row with the identity ID
                      (in the hidden first column), in the column whose key is KEY
  insert|ID|COUNT     inserts empty rows above that row
  sort|ID|KEY         sorts the table that holds that row by the column, all columns together
  widen|SHEET|WIDTH   makes every column of the sheet WIDTH hundredths of a millimetre wide
  rename|SHEET|NAME   renames a sheet (both by number, from 0, or name)
  copy|SHEET|NAME     copies a sheet to the end
  add|NAME|TEXT       adds a sheet with a text in its first cell
  column|SHEET|CELL|HEADING|FORMULA
                      inserts a column before the heading in CELL, with a heading and a formula in
                      the row below, that has {row} where the number of the row stands
  type|SHEET|CELL|TEXT  writes TEXT into a cell
  move|SHEET|RANGE|CELL moves cells, the first of them to CELL
  name|NAME|SHEET|CELL  gives a cell a name
  unname|NAME           takes a name away
  chart|SHEET|RANGE   draws a chart of the columns, texts in the first, headings above, below RANGE
"""

import os
import signal
import subprocess
import sys
import time
import uuid

import uno
from com.sun.star.awt import Rectangle
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

MARKER = "infostate:"


def prop(name, value):
    p = PropertyValue()
    p.Name = name
    p.Value = value
    return p


def connect(program, profile):
    pipe = "infostate" + uuid.uuid4().hex
    process = subprocess.Popen(
        [program, "-env:UserInstallation=" + profile, "--headless", "--norestore",
         "--nodefault", f"--accept=pipe,name={pipe};urp;"],
        start_new_session=True)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(440):
        try:
            context = resolver.resolve(
                f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, context
        except NoConnectException:
            time.sleep(0.25)
    end(process)
    raise SystemExit("LibreOffice does not answer")


def end(process):
    """Ends LibreOffice together with the process that it starts behind the first one."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    address = cursor.RangeAddress
    return address.EndRow, address.EndColumn


def text(sheet, column, row):
    # What is shown of an identity is nothing, as its format says; the formula is what is there.
    return sheet.getCellByPosition(column, row).Formula.lstrip("'")


def find(document, identity):
    for sheet in document.Sheets:
        last_row, _ = used(sheet)
        for row in range(last_row + 1):
            if text(sheet, 0, row) == identity:
                return sheet, row
    raise SystemExit("no row " + identity)


def keys(sheet):
    last_row, last_column = used(sheet)
    for row in range(last_row + 1):
        if text(sheet, 0, row).startswith(MARKER):
            return {text(sheet, c, row): c for c in range(last_column + 1)}
    raise SystemExit("no keys on " + sheet.Name)


def sheet_of(document, name):
    if name.isdigit():
        return document.Sheets.getByIndex(int(name))
    return document.Sheets.getByName(name)


def fill(document, identity, key, typed):
    sheet, row = find(document, identity)
    sheet.getCellByPosition(keys(sheet)[key], row).FormulaLocal = typed


def insert(document, identity, count):
    sheet, row = find(document, identity)
    sheet.unprotect("")
    sheet.Rows.insertByIndex(row, int(count))


def sort(document, identity, key):
    sheet, row = find(document, identity)
    sheet.unprotect("")
    roster = identity.split(".")[0]
    last_row, last_column = used(sheet)
    rows = [r for r in range(last_row + 1)
            if text(sheet, 0, r).startswith(roster + ".")]
    field = TableSortField()
    field.Field = keys(sheet)[key]
    field.IsAscending = True
    area = sheet.getCellRangeByPosition(0, rows[0], last_column, rows[-1])
    area.sort((prop("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))),))


def widen(document, name, width):
    sheet = sheet_of(document, name)
    for column in sheet.Columns.ElementNames[: used(sheet)[1] + 1]:
        sheet.Columns.getByName(column).Width = int(width)


def rename(document, name, new_name):
    sheet_of(document, name).Name = new_name


def copy(document, name, new_name):
    document.Sheets.copyByName(sheet_of(document, name).Name, new_name, document.Sheets.Count)


def add(document, name, typed):
    document.Sheets.insertNewByName(name, document.Sheets.Count)
    document.Sheets.getByName(name).getCellByPosition(0, 0).String = typed


def column(document, name, cell, heading, formula):
    sheet = sheet_of(document, name)
    address = sheet.getCellRangeByName(cell).CellAddress
    sheet.Columns.insertByIndex(address.Column, 1)
    sheet.getCellByPosition(address.Column, address.Row).String = heading
    row = address.Row + 1
    sheet.getCellByPosition(address.Column, row).Formula = formula.replace("{row}", str(row + 1))


def type_(document, name, cell, typed):
    sheet_of(document, name).getCellRangeByName(cell).String = typed


def move(document, name, area, cell):
    sheet = sheet_of(document, name)
    sheet.moveRange(
        sheet.getCellRangeByName(cell).CellAddress, sheet.getCellRangeByName(area).RangeAddress)


def name(document, given, name, cell):
    address = sheet_of(document, name).getCellRangeByName(cell)
    document.NamedRanges.addNewByName(
        given, address.AbsoluteName, address.CellAddress, 0)


def unname(document, given):
    document.NamedRanges.removeByName(given)


def chart(document, name, area):
    sheet = sheet_of(document, name)
    cells = sheet.getCellRangeByName(area)
    place = Rectangle()
    place.X, place.Y = cells.Position.X, cells.Position.Y + cells.Size.Height + 2000
    place.Width, place.Height = 16000, 9000
    sheet.Charts.addNewByName("Drawn", place, (cells.RangeAddress,), True, True)


DEEDS = {
    f.__name__.rstrip("_"): f
    for f in (fill, insert, sort, widen, rename, copy, add, column, type_, move, name, unname, chart)
}


def main(program, profile, source, target, *deeds):
    process, context = connect(program, profile)
    try:
        desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(source, "_blank", 0, (prop("Hidden", True),))
        for deed in deeds:
            word, *arguments = deed.split("|")
            DEEDS[word](document, *arguments)
        document.storeToURL(target, (prop("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)
        desktop.terminate()
        process.wait(30)
    finally:
        end(process)


main(*sys.argv[1:])
