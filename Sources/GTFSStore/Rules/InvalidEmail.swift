import Findings

extension Rule {
  static let invalidEmail = Rule(
    "invalid_email", .warning, in: "Field Types, Email",
    "a mail address is name@host",
    found: "not a mail address",
    mend: "write a mail address")
}

/// `name@host.domain`, without spaces.
func isMailAddress(_ text: String) -> Bool {
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
    && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && !text.contains(where: \.isWhitespace)
}
