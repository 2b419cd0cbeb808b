import Findings

extension Rule {
  static let unclosedQuote = Rule(
    "unclosed_quote", .error, in: "File Requirements, quotation marks",
    "a value that begins with a quote ends with one",
    mend: "close the quote, or double quotes inside the value")
}
