/// A table for `table.mustache`.
struct TableModel {
  enum Style: String {
    case text, number, code
    /// Text that is wide enough to be read on a phone.
    case name
  }

  var caption: String
  var columns: [(title: String, style: Style)]
  /// Cells in the order of the columns; the cell of `headColumn` names its row.
  var rows: [[String]]
  var headColumn = 0
  /// For a caption that only repeats the heading above.
  var isCaptionHidden = false

  var values: ReportModel.Values {
    [
      "caption": caption, "captionStyle": isCaptionHidden ? "hidden" : "shown",
      "headers": columns.map { ["text": $0.title, "style": $0.style.rawValue] },
      "rows": rows.map { row in
        [
          "cells": zip(columns, row).enumerated().map { index, cell in
            ReportModel.Values(
              dictionaryLiteral: ("text", cell.1), ("style", cell.0.style.rawValue),
              ("isHead", index == headColumn))
          }
        ]
      },
    ]
  }
}
