import Findings

extension Rule {
  static let byteOrderMark = Rule(
    "byte_order_mark", .info, in: "File Requirements, encoding",
    "a byte order mark at the start of a file is allowed and passed over",
    found: "the file begins with a byte order mark",
    mend: "nothing")
}
