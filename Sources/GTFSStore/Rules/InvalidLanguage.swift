import Findings

extension Rule {
  static let invalidLanguage = Rule(
    "invalid_language", .warning, in: "Field Types, Language code",
    "a language is an IETF BCP 47 code",
    found: "not an IETF BCP 47 code",
    mend: "write a code such as nl or fr-BE")
}

/// The shape of a BCP 47 tag (RFC 5646, section 2.1): subtags of 1 to 8 letters or digits, the
/// first of 2 to 8 letters, or `x` or `i` before others.
func isLanguageTag(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard let first = parts.first, first.allSatisfy({ $0.isASCII && $0.isLetter }) else {
    return false
  }
  let begins = (2...8).contains(first.count) || (first.count == 1 && parts.count > 1)
  return begins
    && parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}
