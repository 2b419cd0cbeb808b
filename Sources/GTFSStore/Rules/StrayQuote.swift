import Findings

extension Rule {
  static let strayQuote = Rule(
    "stray_quote", .error, in: "File Requirements, quotation marks",
    "nothing stands between the closing quote of a value and the next comma",
    found: "text stands behind the closing quote of a value; the row is not read",
    mend: "double the quotes inside the value")
}
